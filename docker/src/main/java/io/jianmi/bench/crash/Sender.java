package io.jianmi.bench.crash;

import io.jianmi.bench.site.Api;
import java.util.List;

/** Sends what programs and visitors have to send, each until it is acknowledged, whatever happens to the servers meanwhile. */
final class Sender implements Runnable {

    private static final int DOWN_MILLIS = 250;

    private final Nodes nodes;
    private final List<Sending> sendings;
    private final Quota quota;
    private final Doors doors;
    private int turn;

    Sender(Nodes nodes, List<Sending> sendings, Quota quota, Doors doors) {
        this.nodes = nodes;
        this.sendings = sendings;
        this.quota = quota;
        this.doors = doors;
    }

    @Override
    public void run() {
        try {
            for (int i = quota.take(sendings.size()); i >= 0; i = quota.take(sendings.size())) {
                finish(sendings.get(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(Sending sending) throws InterruptedException {
        while (!sending.acknowledged()) {
            try {
                Api.Result answer = doors.send(nodes.api(turn), sending);
                if (answer.ok()) {
                    sending.acknowledge(answer.body().path("id").asText());
                } else {
                    again(answer);
                }
            } catch (Api.ConnectionLost e) {
                sending.lose();
                turn++;
                Thread.sleep(DOWN_MILLIS);
            }
        }
    }

    /** A server that starts or stops says 5xx or knows nobody yet; one that is asked too much wants a pause. */
    private static void again(Api.Result answer) throws InterruptedException {
        if (answer.status() < 500 && answer.status() != 401 && answer.status() != 429) {
            throw new IllegalStateException("sending: status " + answer.status() + " " + answer.text());
        }
        Thread.sleep(DOWN_MILLIS);
    }
}
