package cn.sunlot.portal.web;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.DrawSearch.TranscriptContent;
import cn.sunlot.portal.store.DrawSearch.TranscriptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.springframework.stereotype.Component;

/**
 * Published transcripts that were read lately: reading one takes a second, and people ask for the
 * same. Kept by their hashes, so a transcript that is published anew is read anew.
 */
@Component
class TranscriptShelf {

  private static final int KEPT = 8;
  private static final Suites SUITES = Suites.withSm3(SM3.Digest::new);

  private final DrawSearch draws;
  private final Map<String, PublishedDraw> shelf =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PublishedDraw> eldest) {
          return size() > KEPT;
        }
      };

  TranscriptShelf(DrawSearch draws) {
    this.draws = draws;
  }

  static Suites suites() {
    return SUITES;
  }

  /** Whether one is published. */
  boolean isThere(UUID drawId) {
    return draws.findTranscript(drawId).isPresent();
  }

  /** The transcript of a draw, if one is published. */
  Optional<PublishedDraw> find(UUID drawId) {
    Optional<String> sha256 = draws.findTranscript(drawId).map(TranscriptFile::sha256);
    if (sha256.isEmpty()) {
      return Optional.empty();
    }
    // One reader at a time: many who ask for the same large one do not read it many times.
    synchronized (shelf) {
      PublishedDraw known = shelf.get(sha256.get());
      if (known != null) {
        return Optional.of(known);
      }
      Optional<TranscriptContent> content = draws.findTranscriptContent(drawId);
      content.ifPresent(c -> shelf.put(c.sha256(), read(c.content())));
      return content.map(c -> shelf.get(c.sha256()));
    }
  }

  private static PublishedDraw read(byte[] zip) {
    try {
      Path file = Files.createTempFile("sunlot-transcript-", ".zip");
      try {
        Files.write(file, zip);
        return PublishedDraw.of(Transcript.read(file, SUITES));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
