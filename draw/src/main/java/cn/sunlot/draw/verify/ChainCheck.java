package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.TranscriptFiles;

/** V9: the opened chain values lead to the committed head. */
final class ChainCheck {

  private final Findings findings;

  ChainCheck(Findings findings) {
    this.findings = findings;
  }

  /** One value per round; each hashes to the one before it, the first to the head. */
  boolean check(Commitment commitment, Suite suite, Reveals reveals, int substituteRounds) {
    int rounds = substituteRounds + 1;
    int opened = reveals.chain().size();
    if (opened != rounds) {
      fail("v9.count", opened, rounds);
    }
    if (opened > commitment.chain().length()) {
      fail("v9.used-up", opened, commitment.chain().length());
    }
    String expected = commitment.chain().head();
    for (int r = 0; r < opened; r++) {
      String value = reveals.chain().get(r);
      if (!Names.hex(suite.hash(Names.bytes32("chain", value))).equals(expected)) {
        fail("v9.chain", r);
        return false;
      }
      expected = value;
    }
    return !findings.failed(Check.V9);
  }

  private void fail(String key, Object... args) {
    findings.fail(Check.V9, TranscriptFiles.REVEALS, 1, Say.of(key, args));
  }
}
