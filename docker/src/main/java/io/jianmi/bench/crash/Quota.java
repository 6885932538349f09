package io.jianmi.bench.crash;

/** How many submissions may have been begun by now: so that there is work left at every kill. */
final class Quota {

    private int allowed;
    private int taken;

    synchronized void raise(int more) {
        allowed += more;
        notifyAll();
    }

    /** The next number, once it is allowed; -1 after {@code all} of them. */
    synchronized int take(int all) throws InterruptedException {
        while (taken >= allowed && taken < all) {
            wait();
        }
        return taken < all ? taken++ : -1;
    }
}
