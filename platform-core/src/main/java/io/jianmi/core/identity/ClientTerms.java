package io.jianmi.core.identity;

import io.jianmi.core.privacy.sensitivity.Sensitivity;

/**
 * What binds an API client beside its roles.
 *
 * @param ceiling the highest level of a field that exists for it
 * @param purpose key of the one purpose for which it processes what is personal
 */
public record ClientTerms(Sensitivity ceiling, String purpose) {}
