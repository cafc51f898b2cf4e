package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.store.RecordStore.Attachment;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.web.IfMatch;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A party that was present signs the record of the draw on glass (ZB-9). */
@Component
@Transactional
public class SignRecord {

  /** Kind of the file. */
  public static final String SIGNATURE = "signature";

  private static final String PNG = "image/png";
  private static final int LARGEST = 200_000;
  private static final int WIDEST = 2400;
  private static final int HIGHEST = 1200;

  private final DrawSteps steps;
  private final RecordStore records;
  private final Files files;

  SignRecord(DrawSteps steps, RecordStore records, Files files) {
    this.steps = steps;
    this.records = records;
    this.files = files;
  }

  /**
   * Signs at the operator's screen.
   *
   * @param picture PNG
   * @throws Refused if the party has signed, or this is no picture of a signature
   */
  public void run(UUID id, IfMatch seen, String party, byte[] picture) {
    sign(steps.begin(id, seen, DrawCommand.SIGN), party, picture, SignedIn.get().personId());
  }

  /** Signs on the own phone. */
  void byLink(UUID id, String party, byte[] picture) {
    Step step = steps.begin(id, DrawCommand.SIGN);
    sign(step, party, picture, step.draw().preparedBy());
  }

  private void sign(Step step, String party, byte[] picture, UUID by) {
    Participant signer =
        step.ceremony()
            .findParty(party)
            .orElseThrow(() -> Refused.because(DrawingProblem.PARTY_UNKNOWN, party));
    if (records.listAttachments(step.draw().id()).stream().anyMatch(a -> party.equals(a.party()))) {
      throw Refused.because(DrawingProblem.SIGNED_ALREADY, signer.name());
    }
    try {
      Files.Stored stored = files.store(new ByteArrayInputStream(redrawn(picture)));
      Attachment signature =
          new Attachment(
              Ids.next(),
              SIGNATURE,
              stored.sha256(),
              stored.size(),
              PNG,
              signer.name() + ".png",
              party,
              step.now(),
              by);
      if (!records.add(step.draw().id(), signature)) {
        throw Refused.because(DrawingProblem.SIGNED_ALREADY, signer.name());
      }
      steps.end(
          step,
          Map.of(
              "party", party,
              "name", signer.name(),
              "sha256", stored.sha256(),
              "commitmentHash", step.ceremony().getCommitted().hash()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The strokes on white and nothing else of the file, which anybody may have made. */
  private static byte[] redrawn(byte[] picture) throws IOException {
    BufferedImage read = read(picture);
    BufferedImage plain =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = plain.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
    pen.drawImage(read, 0, 0, null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(plain, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] picture) {
    if (picture.length <= LARGEST) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      ImageReader reader = readers.next();
      try (ImageInputStream in =
          ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
        reader.setInput(in, true, true);
        // Asked before anything is unpacked: a small file may hold a huge picture.
        if (reader.getWidth(0) <= WIDEST && reader.getHeight(0) <= HIGHEST) {
          return reader.read(0);
        }
      } catch (IOException | IndexOutOfBoundsException e) {
        throw Refused.because(DrawingProblem.SIGNATURE_PICTURE);
      } finally {
        reader.dispose();
      }
    }
    throw Refused.because(DrawingProblem.SIGNATURE_PICTURE);
  }
}
