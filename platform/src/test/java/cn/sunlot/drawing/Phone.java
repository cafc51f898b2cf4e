package cn.sunlot.drawing;

import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A witness's phone as the database sees it: it holds a code and the secrets, and reaches the
 * functions of the intake with the rights of the public site.
 */
final class Phone {

  static final String NONCE = "5a".repeat(32);
  static final byte[] SECRET = HexFormat.of().parseHex("c3".repeat(32));

  private final TestDatabase database;
  private final String ref;
  private final String party;
  private final String code;

  Phone(TestDatabase database, String ref, String party, String code) {
    this.database = database;
    this.ref = ref;
    this.party = party;
    this.code = code;
  }

  JsonNode look() {
    return new ObjectMapper().readTree(Objects.requireNonNull(call("witness_look(?, ?)")));
  }

  @Nullable String commit() {
    return commit(new Nonce(party, NONCE).commitment(Suite.SHA256, ref), null);
  }

  /** Commits, and keeps the secret of the chain. */
  @Nullable String commitSupervising() {
    return commit(new Nonce(party, NONCE).commitment(Suite.SHA256, ref), chain().head());
  }

  @Nullable String commit(String commitment, @Nullable String head) {
    return call("witness_commit(?, ?, ?, ?)", commitment, head);
  }

  @Nullable String reveal(String nonce) {
    return call("witness_reveal(?, ?, ?)", nonce);
  }

  @Nullable String open(int r) {
    return open(r, HexFormat.of().formatHex(chain().value(r)));
  }

  @Nullable String open(int r, String value) {
    return call("witness_open(?, ?, ?, ?)", r, value);
  }

  @Nullable String sign(byte[] png) {
    return call("witness_sign(?, ?, ?)", (Object) png);
  }

  static HashChain chain() {
    return new HashChain(Suite.SHA256, SECRET, HashChain.DEFAULT_LENGTH);
  }

  /** Calls a function with the code and a sign of this sender. */
  @Nullable String call(String function, @Nullable Object... arguments) {
    try (Connection connection = database.portal().connect();
        PreparedStatement statement = connection.prepareStatement("SELECT intake." + function)) {
      statement.setString(1, code);
      statement.setString(2, "sender-of-" + ref);
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(3 + i, arguments[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
