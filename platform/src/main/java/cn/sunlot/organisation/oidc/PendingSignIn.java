package cn.sunlot.organisation.oidc;

/**
 * A sign-in at the provider that has begun and not come back yet.
 *
 * @param state that comes back with the answer, so that nobody slips in another's answer
 * @param nonce that the ID token repeats, so that no earlier one is taken
 * @param verifier of PKCE, so that a stolen code is worth nothing
 * @param redirect where the provider was told to send the browser
 */
public record PendingSignIn(String state, String nonce, String verifier, String redirect) {

  @Override
  public String toString() {
    return redirect;
  }
}
