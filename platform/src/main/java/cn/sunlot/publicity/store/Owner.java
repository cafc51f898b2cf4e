package cn.sunlot.publicity.store;

/** Names of the authority and the department that answer for something public. */
public record Owner(String authority, String department) {}
