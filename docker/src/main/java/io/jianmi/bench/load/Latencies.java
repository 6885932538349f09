package io.jianmi.bench.load;

/** Counts durations in buckets of at most 1.6 % width, from 1 microsecond to about 17 minutes. Not thread-safe. */
public final class Latencies {

    private static final int SUB_BITS = 6;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int MAX_MICROS = 1 << 30;

    private final long[] counts = new long[(31 - SUB_BITS) * SUBS + SUBS];
    private long count;
    private long maxMicros;

    public void add(long nanos) {
        long micros = Math.min(Math.max(nanos / 1000, 0), MAX_MICROS - 1);
        counts[bucket((int) micros)]++;
        count++;
        maxMicros = Math.max(maxMicros, micros);
    }

    public long count() {
        return count;
    }

    /** The least duration in milliseconds that this share (0 to 1) of all does not exceed; 0 without any. */
    public double millisAt(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return Math.min(upper(bucket), maxMicros) / 1000.0;
            }
        }
        return 0;
    }

    public double maxMillis() {
        return maxMicros / 1000.0;
    }

    private static int bucket(int micros) {
        if (micros < SUBS) {
            return micros;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(micros) - SUB_BITS;
        return (exponent + 1) * SUBS + (micros >>> exponent) - SUBS;
    }

    /** The largest value of the bucket. */
    private static long upper(int bucket) {
        if (bucket < SUBS) {
            return bucket;
        }
        int exponent = bucket / SUBS - 1;
        long lowest = (long) (SUBS + bucket % SUBS) << exponent;
        return lowest + (1L << exponent) - 1;
    }
}
