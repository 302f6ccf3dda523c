package dev.whistle.organisation;

/**
 * A property service company (物业服务企业). Its name stands on its unit, which has the same id.
 *
 * @param creditCode unified social credit code, 18 characters
 * @param manager who answers for it (负责人)
 */
public record Company(String id, String creditCode, String manager, boolean stateOwned) {}
