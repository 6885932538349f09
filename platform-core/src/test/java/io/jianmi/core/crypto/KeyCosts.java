package io.jianmi.core.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.management.OperatingSystemMXBean;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Prints what keys and cells cost this process in CPU time (a busy machine hardly changes that). Not a test: figures are
 * no rule.
 */
final class KeyCosts {

    private static final int PERSONS = 20_000;
    private static final Set<KeyClass> BOTH = Set.of(KeyClass.S2, KeyClass.S3);
    private static final JsonNode VALUE = TextNode.valueOf("北京市海淀区人民路17号");

    private KeyCosts() {}

    public static void main(String[] arguments) throws IOException {
        TenantKey tenant = KeyFixture.freshTenant();
        try (KeyFixture node = new KeyFixture(Files.createTempDirectory("keys"), KeyFixture.LIMITS)) {
            node.keysets.prepare(tenant);
            List<UUID> persons = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                run(
                        "newSubject, 32 at once",
                        PERSONS,
                        32,
                        i -> node.keys.newSubject(tenant).invoke(person -> {
                            synchronized (persons) {
                                persons.add(person);
                            }
                        }));
            }
            Random random = new Random(1);
            for (int round = 0; round < 3; round++) {
                run(
                        "ring of 1 person, random, 32 at once",
                        20_000,
                        32,
                        i -> node.keys.ring(tenant, Set.of(persons.get(random.nextInt(persons.size()))), BOTH));
                run(
                        "ring of 20 persons, random, 32 at once",
                        4_000,
                        32,
                        i -> node.keys.ring(tenant, some(persons, random), BOTH));
                UUID held = persons.get(0);
                run("ring of 1 person, held", 300_000, 1, i -> node.keys.ring(tenant, Set.of(held), BOTH));
            }
            cells(tenant, persons.get(0), KeyFixture.await(node.keys.ring(tenant, Set.of(persons.get(0)), BOTH)));
            others(tenant, new PrfBlindIndex(node.keysets), new PrfRowSeal(node.keysets));
        }
    }

    private static void cells(TenantKey tenant, UUID person, KeyRing ring) {
        CellContext context = new CellContext(tenant, "customer", new UUID(1, 1), "address", person, KeyClass.S2);
        byte[] cell = ring.seal(context, VALUE);
        for (int round = 0; round < 3; round++) {
            time("seal", 300_000, i -> ring.seal(context, VALUE));
            time("open", 300_000, i -> ring.open(context, cell));
        }
    }

    private static void others(TenantKey tenant, BlindIndex index, RowSeal seal) {
        byte[] row = new byte[900];
        for (int round = 0; round < 3; round++) {
            time("token", 300_000, i -> index.token(tenant, "customer/mobile", "exact", "+8613800138000", 11));
            time("row tag of 900 bytes", 300_000, i -> seal.tag(tenant, row));
        }
    }

    private static Set<UUID> some(List<UUID> persons, Random random) {
        Set<UUID> chosen = new HashSet<>();
        while (chosen.size() < 20) {
            chosen.add(persons.get(random.nextInt(persons.size())));
        }
        return chosen;
    }

    private static void run(String what, int times, int atOnce, IntFunction<Uni<?>> work) {
        long start = cpuNanos();
        Multi.createFrom()
                .range(0, times)
                .onItem()
                .transformToUni(i -> work.apply(i).replaceWithVoid())
                .merge(atOnce)
                .collect()
                .last()
                .await()
                .indefinitely();
        print(what, times, start);
    }

    private static void time(String what, int times, IntFunction<Object> work) {
        int seen = 0;
        long start = cpuNanos();
        for (int i = 0; i < times; i++) {
            seen += work.apply(i).hashCode();
        }
        print(what, times, start);
        if (seen == 0) {
            System.out.println("-");
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(String what, int times, long start) {
        System.out.printf("%-40s %,10d ns%n", what, (cpuNanos() - start) / times);
    }
}
