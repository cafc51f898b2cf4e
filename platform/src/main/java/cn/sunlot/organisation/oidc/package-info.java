/** The identity provider of the house, by OpenID Connect: what is asked, and what is believed. */
@NullMarked
package cn.sunlot.organisation.oidc;

import org.jspecify.annotations.NullMarked;
