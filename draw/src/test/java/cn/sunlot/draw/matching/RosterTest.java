package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {
  private static final String VALID =
      "{'absent':[{'person':'p9','reason':'leave'}],'balance':true,'classes':{'lead':['p1','p2','p9']},"
          + "'groups':['v1','v2'],'persons':{'p1':4,'p2':0},'recused':[{'group':'v1','person':'p1'}],"
          + "'slots':[{'class':'lead','group':'v1','role':'a-leader'},{'class':'lead','group':'v2','role':'a-leader'}]}";

  private static Json json(String text) {
    return Jcs.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_roster_is_written_as_it_was_read() {
    Roster roster = Roster.read(json(VALID));
    assertThat(Jcs.text(roster.json())).isEqualTo(VALID.replace('\'', '"'));
    assertThat(roster.persons()).containsEntry("p1", 4L).containsEntry("p2", 0L).hasSize(2);
    assertThat(roster.slots()).containsEntry(new Slot("v2", "a-leader"), "lead").hasSize(2);
    assertThat(roster.balance()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'balance':true|'balance':1|$.balance",
        "'balance':true|'balance':true,'bonus':1|bonus",
        "'balance':true,||balance",
        "{'group':'v1','person':'p1'}|{'group':'v1','person':'p1'},{'group':'v1','person':'p1'}|$.recused",
        "{'group':'v1','person':'p1'}|{'group':'v3','person':'p1'}|v3",
        "{'group':'v1','person':'p1'}|{'group':'v1','person':'p7'}|p7",
        "{'group':'v1','person':'p1'}|{'group':'v1','person':'p1','why':'kin'}|why",
        "'groups':['v1','v2']|'groups':['v1','v2','v1']|$.groups: v1",
        "'groups':['v1','v2']|'groups':['v1']|v2",
        "'groups':['v1','v2']|'groups':['v1','v/2']|v/2",
        "'p1':4|'p1':-1|$.persons.p1",
        "'p1':4|'p 1':4|p 1",
        "'p1':4|'p1':4,'p9':1|p9",
        "'p2':0|'p3':0|p2",
        "['p1','p2','p9']|['p1','p1']|$.classes.lead: p1",
        "'classes':{'lead'|'classes':{'le/ad'|le/ad",
        "'reason':'leave'|'reason':'on leave'|on leave",
        "'reason':'leave'|'why':'leave'|why",
        "{'person':'p9','reason':'leave'}|{'person':'p9','reason':'leave'},{'person':'p9','reason':'ill'}|p9",
        "'class':'lead','group':'v1'|'class':'other','group':'v1'|other",
        "'group':'v2','role':'a-leader'|'group':'v1','role':'a-leader'|v1/a-leader",
        "'group':'v2','role':'a-leader'|'group':'v2','role':'a/leader'|a/leader",
        "'group':'v2','role':'a-leader'|'group':'v2','role':'a-leader','x':1|x",
      })
  void what_section_9_does_not_allow_is_refused_by_name(String from, String to, String named) {
    String wrong = VALID.replace(from, to == null ? "" : to);
    assertThat(wrong).isNotEqualTo(VALID);
    assertThatThrownBy(() -> Roster.read(json(wrong)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(named);
  }

  @Test
  void refusals_speak_chinese_and_english_and_say_what_to_do() {
    assertThatThrownBy(() -> Roster.read(json(VALID.replace("'p2':0", "'p3':0"))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.say().in(Locale.CHINESE))
                  .isEqualTo("$.classes.lead：p2 既不在 persons 中也不在 absent 中；请给出其可承担次数或缺席原因（第 9 节）");
              assertThat(refusal.say().in(Locale.ENGLISH)).contains("give a capacity");
            });
  }

  @Test
  void a_roster_made_by_the_program_keeps_to_the_same_names() {
    refused(new Slot("v1", "a b"), "c", Map.of("p", 1L), new Absence("q", "leave"), "a b");
    refused(new Slot("v 1", "a"), "c", Map.of("p", 1L), new Absence("q", "leave"), "v 1");
    refused(new Slot("v1", "a"), "c c", Map.of("p", 1L), new Absence("q", "leave"), "c c");
    refused(new Slot("v1", "a"), "c", Map.of("p p", 1L), new Absence("q", "leave"), "p p");
    refused(new Slot("v1", "a"), "c", Map.of("p", -1L), new Absence("q", "leave"), "-1");
    refused(new Slot("v1", "a"), "c", Map.of("p", 1L), new Absence("q q", "leave"), "q q");
    refused(new Slot("v1", "a"), "c", Map.of("p", 1L), new Absence("q", "on leave"), "on leave");
  }

  private static void refused(
      Slot slot, String clazz, Map<String, Long> persons, Absence absence, String named) {
    assertThatThrownBy(
            () ->
                new Roster(
                    List.of(slot.group()),
                    persons,
                    Map.of(clazz, List.copyOf(persons.keySet())),
                    Map.of(slot, clazz),
                    List.of(),
                    List.of(absence),
                    true))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(named);
  }
}
