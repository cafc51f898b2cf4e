package cn.sunlot.catalog;

import static cn.sunlot.catalog.PublishedItems.content;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.usecase.ConsolidateItem;
import cn.sunlot.catalog.usecase.EnterDecision;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.domain.JointConference;
import cn.sunlot.organisation.domain.JointConference.Part;
import cn.sunlot.organisation.domain.JointConference.Seat;
import cn.sunlot.organisation.store.ConferenceStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A city whose emergency management leads joint items; the office of its joint conference is in
 * market supervision.
 */
public record JointCity(City city, Bureau market, Bureau emergency) {

  /** What an item of emergency management with these participants says. */
  public ItemContent joint(String... participants) {
    return content("危险化学品经营企业联合检查", Category.KEY, null)
        .with(Arrays.stream(participants).map(p -> city.department(p).id()).toList());
  }

  /** Makes it, and joint items by the commands that people give. */
  @Component
  public static class Maker {

    private final City.Factory cities;
    private final Bureau.Factory bureaus;
    private final ConferenceStore conferences;
    private final PublishedItems items;
    private final ConsolidateItem consolidate;
    private final EnterDecision decide;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Maker(
        City.Factory cities,
        Bureau.Factory bureaus,
        ConferenceStore conferences,
        PublishedItems items,
        ConsolidateItem consolidate,
        EnterDecision decide,
        TransactionTemplate transaction,
        Clock clock) {
      this.cities = cities;
      this.bureaus = bureaus;
      this.conferences = conferences;
      this.items = items;
      this.consolidate = consolidate;
      this.decide = decide;
      this.transaction = transaction;
      this.clock = clock;
    }

    /** The city under this profile, with its conference. */
    public JointCity make(String profileId) {
      City city = cities.create(profileId, List.of());
      addConference(city, City.REGION, "market", "emergency");
      return new JointCity(city, bureaus.in(city, "market"), bureaus.in(city, "emergency"));
    }

    /** The joint conference of a region. */
    public void addConference(City city, String region, String office, String... members) {
      List<Seat> seats = new ArrayList<>();
      seats.add(new Seat(Part.CONVENOR, null, "王副市长", "副市长"));
      seats.add(new Seat(Part.OFFICE, city.department(office).id(), "", ""));
      for (String member : members) {
        seats.add(new Seat(Part.MEMBER, city.department(member).id(), "", ""));
      }
      var conference = new JointConference(Ids.next(), region, "部门联合双随机监管联席会议", seats, 1);
      SystemWork.run(
          () ->
              transaction.executeWithoutResult(
                  s -> conferences.save(conference, city.authorityId())));
    }

    /** Market supervision of a county, which is the office of that county's joint conference. */
    public Bureau county(JointCity where) {
      addConference(where.city(), City.COUNTY, "county-market", "county-emergency");
      return bureaus.in(where.city(), "county-market");
    }

    public Item draft(JointCity where, String code) {
      return items.draft(where.emergency(), code, where.joint("market"));
    }

    public Item submitted(JointCity where, String code) {
      return items.submitted(where.emergency(), draft(where, code));
    }

    public Item consolidated(JointCity where, String code) {
      Item item = submitted(where, code);
      return where
          .market()
          .as("conference", () -> consolidate.run(item.id(), new IfMatch(item.version())));
    }

    public Item decided(JointCity where, String code) {
      Item item = consolidated(where, code);
      return where
          .market()
          .as(
              "conference",
              () ->
                  decide.run(
                      item.id(), new IfMatch(item.version()), LocalDate.now(clock), "示联席〔2026〕3号"));
    }
  }
}
