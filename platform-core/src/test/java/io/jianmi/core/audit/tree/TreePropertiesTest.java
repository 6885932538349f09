package io.jianmi.core.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees against the naive reference; the seed is in every message, and a fixed one repeats a failure. */
class TreePropertiesTest {

    private static final int SIZE = 1500;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, -7})
    void proofsOfRandomTreesEqualTheReferenceAndVerify(long seed) {
        Random random = new Random(seed);
        StoredTree tree = grow(random, SIZE);
        ReferenceTree reference = new ReferenceTree(tree.leaves);
        for (int i = 0; i < 60; i++) {
            int to = 1 + random.nextInt(SIZE);
            int from = 1 + random.nextInt(to);
            int leaf = random.nextInt(to);
            String at = "seed " + seed + ", leaf " + leaf + ", from " + from + ", to " + to;
            Hash root = reference.root(to);

            List<Hash> inclusion = tree.inclusion(leaf, to);
            assertThat(inclusion).as(at).isEqualTo(reference.inclusion(leaf, to));
            assertThat(new InclusionProof(leaf, to, inclusion).verifies(tree.leaves.get(leaf), root))
                    .as(at)
                    .isTrue();

            List<Hash> consistency = tree.consistency(from, to);
            assertThat(consistency).as(at).isEqualTo(reference.consistency(from, to));
            assertThat(new ConsistencyProof(from, to, consistency).verifies(reference.root(from), root))
                    .as(at)
                    .isTrue();
            ProofPlan whole = ProofPlan.root(to);
            assertThat(whole.hashes(tree.load(whole.tiles()))).as(at).containsExactly(root);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 42})
    void oneChangedBitAnywhereBreaksAProof(long seed) {
        Random random = new Random(seed);
        StoredTree tree = grow(random, 600);
        ReferenceTree reference = new ReferenceTree(tree.leaves);
        for (int i = 0; i < 40; i++) {
            int to = 2 + random.nextInt(599);
            int from = 1 + random.nextInt(to - 1);
            int leaf = random.nextInt(to);
            String at = "seed " + seed + ", leaf " + leaf + ", from " + from + ", to " + to;
            Hash root = reference.root(to);
            Hash leafHash = tree.leaves.get(leaf);

            List<Hash> inclusion = tree.inclusion(leaf, to);
            assertThat(new InclusionProof(leaf, to, flipped(inclusion, random)).verifies(leafHash, root))
                    .as(at)
                    .isFalse();
            assertThat(new InclusionProof(leaf, to, inclusion).verifies(flip(leafHash, random), root))
                    .as(at)
                    .isFalse();
            assertThat(new InclusionProof(leaf, to, longer(inclusion, root)).verifies(leafHash, root))
                    .as(at)
                    .isFalse();
            assertThat(new InclusionProof(leaf, to, inclusion.subList(1, inclusion.size())).verifies(leafHash, root))
                    .as(at)
                    .isFalse();
            assertThat(new InclusionProof((leaf + 1) % to, to, inclusion).verifies(leafHash, root))
                    .as(at)
                    .isFalse();

            List<Hash> consistency = tree.consistency(from, to);
            Hash older = reference.root(from);
            assertThat(new ConsistencyProof(from, to, flipped(consistency, random)).verifies(older, root))
                    .as(at)
                    .isFalse();
            assertThat(new ConsistencyProof(from, to, longer(consistency, root)).verifies(older, root))
                    .as(at)
                    .isFalse();
            assertThat(new ConsistencyProof(from, to, consistency).verifies(flip(older, random), root))
                    .as(at)
                    .isFalse();
        }
    }

    @Test
    void whatThereIsNothingToProveOfIsRefused() {
        Hash root = Hash.leaf(new byte[] {1});
        Hash other = Hash.leaf(new byte[] {2});
        assertThat(new InclusionProof(1, 1, List.of()).verifies(root, root)).isFalse();
        assertThat(new InclusionProof(-1, 1, List.of()).verifies(root, root)).isFalse();
        assertThat(new ConsistencyProof(0, 1, List.of()).verifies(Hash.EMPTY_ROOT, root))
                .isFalse();
        assertThat(new ConsistencyProof(2, 1, List.of()).verifies(root, root)).isFalse();
        assertThat(new ConsistencyProof(1, 1, List.of(root)).verifies(root, root))
                .isFalse();
        assertThat(new ConsistencyProof(1, 1, List.of()).verifies(root, other)).isFalse();
        assertThat(new ConsistencyProof(3, 4, List.of()).verifies(root, root)).isFalse();
        assertThatThrownBy(() -> ProofPlan.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofPlan.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeResumesFromItsStoredTilesAtAnySize() {
        StoredTree resumed = new StoredTree();
        CompactRange steady = new CompactRange();
        Random random = new Random(3);
        for (int i = 0; i < 66_500; i++) {
            Hash leaf = leaf(random);
            resumed.append(leaf);
            steady.append(leaf);
            if (i < 520 || i % 997 == 0 || i > 65_530 && i < 65_540) {
                resumed.restart();
                assertThat(resumed.frontier.head()).as("size %d", i + 1).isEqualTo(steady.head());
            }
        }
        assertThat(resumed.full).containsKeys(new TileId(0, 258), new TileId(1, 0));
        ProofPlan deep = ProofPlan.inclusion(300, 66_500);
        assertThat(deep.tiles()).hasSizeLessThan(6);
        assertThat(new InclusionProof(300, 66_500, deep.hashes(resumed.load(deep.tiles())))
                        .verifies(resumed.leaves.get(300), steady.head().root()))
                .isTrue();
    }

    private static StoredTree grow(Random random, int size) {
        StoredTree tree = new StoredTree();
        for (int i = 0; i < size; i++) {
            tree.append(leaf(random));
        }
        return tree;
    }

    private static Hash leaf(Random random) {
        byte[] data = new byte[random.nextInt(20)];
        random.nextBytes(data);
        return Hash.leaf(data);
    }

    private static Hash flip(Hash hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    private static List<Hash> flipped(List<Hash> proof, Random random) {
        List<Hash> changed = new ArrayList<>(proof);
        int at = random.nextInt(changed.size());
        changed.set(at, flip(changed.get(at), random));
        return changed;
    }

    private static List<Hash> longer(List<Hash> proof, Hash extra) {
        List<Hash> changed = new ArrayList<>(proof);
        changed.add(extra);
        return changed;
    }
}
