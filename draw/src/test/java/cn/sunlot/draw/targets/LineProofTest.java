package cn.sunlot.draw.targets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Suite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LineProofTest {

  private static Frame frame(int size) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < size; i++) {
        gzip.write("%064x,%s,1\n".formatted(i * 3L, i % 2 == 0 ? "A" : "D").getBytes(UTF_8));
      }
    }
    return Frame.readCsv(Suite.SHA256, new ByteArrayInputStream(packed.toByteArray()), size);
  }

  @Test
  void every_line_of_lists_of_every_small_size_is_proved() throws Exception {
    for (int size = 1; size <= 70; size++) {
      Frame frame = frame(size);
      for (int i = 0; i < size; i++) {
        LineProof proof = LineProof.of(Suite.SHA256, frame, i);
        assertThat(proof.root(Suite.SHA256, frame.line(i))).isEqualTo(frame.listed().root());
        assertThat(proof.path().size()).isLessThanOrEqualTo(7);
      }
    }
  }

  @Test
  void another_line_place_or_path_is_not_proved() throws Exception {
    Frame frame = frame(21);
    String root = frame.listed().root();
    LineProof proof = LineProof.of(Suite.SHA256, frame, 5);
    assertThat(proof.root(Suite.SHA256, frame.line(6))).isNotEqualTo(root);
    assertThat(new LineProof(4, 21, proof.path()).root(Suite.SHA256, frame.line(5)))
        .isNotEqualTo(root);
    List<String> turned = new ArrayList<>(proof.path());
    Collections.reverse(turned);
    assertThat(new LineProof(5, 21, turned).root(Suite.SHA256, frame.line(5))).isNotEqualTo(root);
    List<String> cut = proof.path().subList(0, 4);
    assertThat(new LineProof(5, 21, cut).root(Suite.SHA256, frame.line(5))).isEmpty();
    List<String> longer = new ArrayList<>(proof.path());
    longer.add(root);
    assertThat(new LineProof(5, 21, longer).root(Suite.SHA256, frame.line(5))).isEmpty();
  }

  @Test
  void there_is_no_proof_of_a_line_that_is_not_there() throws Exception {
    Frame frame = frame(3);
    assertThatThrownBy(() -> LineProof.of(Suite.SHA256, frame, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(frame.indexOf("%064x".formatted(6))).isEqualTo(2);
    assertThat(frame.indexOf("%064x".formatted(7))).isEqualTo(-1);
  }
}
