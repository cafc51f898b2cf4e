package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Seed;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seeds of draws, for their records. */
@Component
@Transactional(readOnly = true)
public class Seeds {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final DrawSettings settings;

  Seeds(DrawStore draws, CeremonyStore ceremonies, DrawSettings settings) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.settings = settings;
  }

  /** PRK of round 0 (draw.md section 6), 64 hex digits, once the chain is open. */
  public Optional<String> find(UUID drawId) {
    Draw draw = draws.get(drawId);
    Ceremony ceremony = ceremonies.get(drawId);
    return ceremony.outcomes().stream().findFirst().map(o -> seed(draw, ceremony, o.chainValue()));
  }

  private String seed(Draw draw, Ceremony ceremony, String chainValue) {
    Seed seed =
        Seed.of(
            settings.suite(draw.suite()),
            Commitment.parse(ceremony.getCommitted().document()),
            ceremony.nonces(),
            ceremony.publicValues(0));
    return Names.hex(seed.prk(HexFormat.of().parseHex(chainValue), seed.ikm()));
  }
}
