package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.NoticeSearch;
import cn.sunlot.portal.store.PlanSearch;
import cn.sunlot.portal.store.ResultSearch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What is new, as an Atom feed (RFC 4287). */
@Controller
class FeedController {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int LATEST = 20;

  private final ResultSearch results;
  private final NoticeSearch notices;
  private final PlanSearch plans;
  private final DrawSearch draws;
  private final MessageSource messages;
  private final String address;

  FeedController(
      ResultSearch results,
      NoticeSearch notices,
      PlanSearch plans,
      DrawSearch draws,
      MessageSource messages,
      @Value("${sunlot.portal.address:}") String address) {
    this.results = results;
    this.notices = notices;
    this.plans = plans;
    this.draws = draws;
    this.messages = messages;
    this.address = address;
  }

  /** Something new: its key, kind, what it is called, where it stands, since when. */
  private record Entry(UUID id, String kind, String title, String path, Instant at) {}

  @GetMapping("/feed.atom")
  void feed(HttpServletRequest request, HttpServletResponse response)
      throws IOException, XMLStreamException {
    response.setContentType("application/atom+xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    String base =
        address.isEmpty()
            ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
            : address;
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(response.getWriter());
    List<Entry> entries = entries();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element(xml, "title", text("site"));
    element(xml, "id", base + "/feed.atom");
    link(xml, "self", base + "/feed.atom");
    link(xml, "alternate", base + "/");
    element(xml, "updated", (entries.isEmpty() ? Instant.EPOCH : entries.get(0).at()).toString());
    for (Entry entry : entries) {
      write(xml, base, entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void write(XMLStreamWriter xml, String base, Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", "urn:uuid:" + entry.id());
    element(xml, "title", text("feed." + entry.kind()) + " · " + entry.title());
    link(xml, "alternate", base + entry.path() + entry.id());
    element(xml, "updated", entry.at().toString());
    xml.writeStartElement("author");
    element(xml, "name", text("site"));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    results
        .listLatest(LATEST)
        .forEach(
            r ->
                all.add(
                    new Entry(
                        r.getId(),
                        "result",
                        r.getTargetName() + " · " + r.getItemName(),
                        "/results/",
                        r.getPublishedAt())));
    notices.page(1).items().stream()
        .filter(n -> n.getDrawnAt() != null)
        .forEach(
            n ->
                all.add(
                    new Entry(
                        n.getTaskId(),
                        "notice",
                        n.getNumber() + " " + n.getTitle(),
                        "/notices/",
                        n.getDrawnAt())));
    plans
        .page(1)
        .items()
        .forEach(
            p ->
                all.add(
                    new Entry(p.getPlanId(), "plan", p.getTitle(), "/plans/", p.getPublishedAt())));
    draws
        .page(1)
        .items()
        .forEach(
            d -> all.add(new Entry(d.getId(), "draw", d.getNumber(), "/draws/", d.getShownAt())));
    all.sort(Comparator.comparing(Entry::at).reversed());
    return all.subList(0, Math.min(LATEST, all.size()));
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    // Control characters may be in names of a database, not in XML.
    xml.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", ""));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }
}
