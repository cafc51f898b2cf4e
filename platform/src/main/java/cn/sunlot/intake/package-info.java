/**
 * What people without an account send in through the public site: a witness's commitment, for
 * example. Whoever may send gets a one-time code; the module that gave it collects the messages.
 *
 * <p>The public site reaches the functions of the schema {@code intake} and nothing behind them;
 * each demands a code.
 */
@ApplicationModule(displayName = "intake", allowedDependencies = "kernel")
@NullMarked
package cn.sunlot.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
