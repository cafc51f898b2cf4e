package cn.sunlot.organisation.domain;

/**
 * What an identity provider says of somebody, after its word was checked.
 *
 * @param issuer who says so
 * @param subject the provider's own name of the person, which never changes
 * @param login the login that it knows the person by, which may
 * @param secondFactor whether the person has shown a second factor there
 */
public record Vouched(String issuer, String subject, String login, boolean secondFactor) {}
