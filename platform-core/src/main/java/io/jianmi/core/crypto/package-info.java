/**
 * Keys, ciphertexts, blind indexes and seals. The only package that imports Tink.
 *
 * <p>{@code KMS -> tenant key per class -> random data key per (tenant, person, class) -> cells}. What others see are
 * the ports {@link io.jianmi.core.crypto.DataKeys}, {@link io.jianmi.core.crypto.BlindIndex} and {@link
 * io.jianmi.core.crypto.RowSeal}; key material never leaves.
 */
@NullMarked
package io.jianmi.core.crypto;

import org.jspecify.annotations.NullMarked;
