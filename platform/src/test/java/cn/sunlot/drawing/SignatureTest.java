package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.drawing.usecase.MakeLink;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.SignRecord;
import cn.sunlot.intake.usecase.CollectMessages;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of a draw, signed on glass by everybody. */
class SignatureTest extends DrawTest {

  @Autowired private SignRecord sign;
  @Autowired private MakeLink makeLink;
  @Autowired private CollectMessages collect;

  static byte[] stroke(int width, int height) throws IOException {
    BufferedImage glass = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = glass.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(4));
    pen.drawLine(10, height - 10, width - 10, 10);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(glass, "png", out);
    return out.toByteArray();
  }

  private void sign(UUID id, String party, byte[] picture) {
    bureau.as("officer", () -> sign.run(id, seen(id), party, picture));
  }

  @Test
  @Clause("ZB-9")
  void the_record_closes_once_every_party_has_signed_on_the_screen_or_the_phone() throws Exception {
    UUID id = prepareTargets();
    var witness = new Witness("regulation-section", null, "王见证", "法规科");
    bureau.as("officer", () -> nameWitness.invite(id, seen(id), witness, false));
    String code = bureau.as("officer", () -> makeLink.run(id, "w1"));
    Phone phone = new Phone(testDatabase, draw(id).drawId(), "w1", code);
    phone.commit();
    collect.run();
    commit(id);
    reveal(id, "operator", null);
    phone.reveal(Phone.NONCE);
    collect.run();
    assertThat(phone.sign(stroke(600, 200))).as("nothing is drawn yet").isEqualTo("not-now");
    run(id);
    attach(id, "photo", "现场.jpg", JPEG);
    Refused none = refused(DrawingProblem.RECORD_INCOMPLETE, () -> close(id));
    assertThat(none.wrongValues()).extracting(WrongValue::field).containsExactly("record-sheet");
    sign(id, "operator", stroke(600, 200));
    refused(DrawingProblem.RECORD_INCOMPLETE, () -> close(id));
    assertThat(phone.sign(stroke(600, 200))).isEqualTo("received");
    collect.run();
    assertThat(phone.look().path("signed").asBoolean()).isTrue();
    assertThat(entries(id)).contains("draw-signed");
    close(id);
    assertThat(draw(id).state()).isEqualTo("closed");
  }

  @Test
  void everybody_signs_once_and_with_a_small_picture() throws Exception {
    UUID id = drawnTargets();
    byte[] stroke = stroke(600, 200);
    refused(DrawingProblem.PARTY_UNKNOWN, () -> sign(id, "w9", stroke));
    refused(DrawingProblem.SIGNATURE_PICTURE, () -> sign(id, "w1", JPEG));
    byte[] huge = stroke(9000, 9000);
    assertThat(huge).hasSizeLessThan(2_000_000);
    refused(DrawingProblem.SIGNATURE_PICTURE, () -> sign(id, "w1", huge));
    sign(id, "w1", stroke);
    byte[] another = stroke(500, 200);
    refused(DrawingProblem.SIGNED_ALREADY, () -> sign(id, "w1", another));
  }
}
