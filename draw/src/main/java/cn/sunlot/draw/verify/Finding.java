package cn.sunlot.draw.verify;

import cn.sunlot.draw.text.Say;
import java.util.Locale;

/**
 * Something wrong.
 *
 * @param check the check that failed
 * @param file the file it shows in, by its name in the transcript
 * @param line the line, counted from 1; 0 if it is the file as a whole. JSON files are one line
 * @param say what is wrong, for JSON with the path of the value
 */
public record Finding(Check check, String file, int line, Say say) {

  /** {@code V2 frame.csv.gz:17: …} */
  public String in(Locale locale) {
    return check + " " + file + (line > 0 ? ":" + line : "") + ": " + say.in(locale);
  }
}
