package cn.sunlot.cli.rules;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.PublicSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who and what makes the draw's seed: the part of {@code rules.yaml} that both kinds of draw share.
 *
 * @param draw drawId, or empty if one is to be made
 * @param task what the draw is for
 * @param suite name of the suite
 * @param witnesses parties besides the operator
 * @param sources public values
 */
public record Ceremony(
    Optional<String> draw,
    String task,
    String suite,
    List<Witness> witnesses,
    List<Source> sources) {

  /** Members of the file that this reads. */
  static final List<String> MEMBERS = List.of("draw", "task", "suite", "witnesses", "public");

  /** Where a witness's nonce comes from. */
  public enum Origin {
    /** This machine makes it. */
    MADE,
    /** The witness types it when asked: 64 hex digits, thrown dice, or a long text. */
    ASKED,
    /** It stands in the file. */
    GIVEN
  }

  /**
   * A witness.
   *
   * @param given what stands in the file, if the origin is GIVEN
   * @param entry for messages
   */
  public record Witness(String party, String role, Origin origin, String given, Entry entry) {}

  /**
   * A public value.
   *
   * @param given the value, if it stands in the file; otherwise it is asked for after the
   *     commitment
   */
  public record Source(PublicSource source, Optional<String> given, Entry entry) {}

  static Ceremony read(Entry root) {
    List<Witness> witnesses = new ArrayList<>();
    for (Entry entry : root.find("witnesses").map(Entry::items).orElse(List.of())) {
      witnesses.add(witness(entry, witnesses));
    }
    return new Ceremony(
        root.find("draw").map(e -> e.text(Names.CODE)),
        root.get("task").text(Names.TEXT),
        root.find("suite").map(e -> e.text(Pattern.compile("sha256|sm3"))).orElse("sha256"),
        witnesses,
        root.find("public").map(Entry::items).orElse(List.of()).stream()
            .map(Ceremony::source)
            .toList());
  }

  private static Witness witness(Entry entry, List<Witness> before) {
    entry.only("name", "role", "nonce", "dice", "typed", "hex");
    Entry name = entry.get("name");
    String party = name.text(Names.PARTY);
    if (party.equals(Party.OPERATOR)
        || before.stream().anyMatch(witness -> witness.party().equals(party))) {
      throw name.wrong("rules.party-twice", party);
    }
    Entry roleEntry = entry.get("role");
    String role = roleEntry.text(Names.CODE);
    if (role.equals(Party.OPERATOR)) {
      throw roleEntry.wrong("rules.operator");
    }
    List<String> ways =
        List.of("nonce", "dice", "typed", "hex").stream()
            .filter(way -> entry.find(way).isPresent())
            .toList();
    if (ways.size() != 1) {
      throw entry.wrong("rules.nonce-ways");
    }
    Entry way = entry.get(ways.get(0));
    if (ways.get(0).equals("nonce")) {
      boolean made = way.text(Pattern.compile("made|ask")).equals("made");
      return new Witness(party, role, made ? Origin.MADE : Origin.ASKED, "", way);
    }
    return new Witness(party, role, Origin.GIVEN, way.text(), way);
  }

  private static Source source(Entry entry) {
    entry.only("kind", "id", "value");
    PublicSource source =
        new PublicSource(entry.get("kind").text(Names.CODE), entry.get("id").text(Names.TEXT));
    return new Source(source, entry.find("value").map(e -> e.text(Names.VALUE)), entry);
  }

  /** Whether nobody but the operator has a part in the seed. */
  public boolean operatorAlone() {
    return sources.isEmpty() && witnesses.stream().allMatch(w -> w.origin() == Origin.MADE);
  }
}
