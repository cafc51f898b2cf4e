package cn.sunlot.publicity.store;

/**
 * Names of those who answer for something public.
 *
 * @param authority a bureau, or the government of a city
 * @param body the bureau, or the department of the city
 * @param department the same, or a section of it
 */
public record Owner(String authority, String body, String department) {}
