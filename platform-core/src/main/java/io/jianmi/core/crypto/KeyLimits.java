package io.jianmi.core.crypto;

import java.time.Duration;

/**
 * Bounds of one node.
 *
 * @param cacheEntries data keys held unwrapped at most
 * @param cacheTime how long a key of class S2 or S4 is held
 * @param sensitiveCacheTime how long a key of class S3 is held
 * @param unwrapsPerMinute data keys unwrapped at most; the brake on a node that reads everything
 * @param stock persons per tenant whose keys are made ahead
 */
record KeyLimits(int cacheEntries, Duration cacheTime, Duration sensitiveCacheTime, long unwrapsPerMinute, int stock) {

    Duration cacheTime(KeyClass keyClass) {
        return keyClass == KeyClass.S3 ? sensitiveCacheTime : cacheTime;
    }
}
