package io.jianmi.core.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeVectorsTest {

    private final JsonNode own = MerkleVectors.ALL.path("own").path("big_tree");

    @Test
    void leafAndNodeHashesArePublished() {
        List<Hash> level = MerkleVectors.smallLeaves();
        assertThat(level).isEqualTo(MerkleVectors.hashes(MerkleVectors.ALL.path("leaf_hashes")));
        for (JsonNode expected : MerkleVectors.ALL.path("node_hashes_by_level")) {
            assertThat(level).isEqualTo(MerkleVectors.hashes(expected));
            List<Hash> below = level;
            level = java.util.stream.IntStream.range(0, below.size() / 2)
                    .mapToObj(i -> Hash.node(below.get(2 * i), below.get(2 * i + 1)))
                    .toList();
        }
    }

    @Test
    void everyRootOfTheSmallTreeIsPublished() {
        CompactRange range = new CompactRange();
        List<Hash> roots = MerkleVectors.hashes(MerkleVectors.ALL.path("roots_by_size"));
        assertThat(range.head()).isEqualTo(new TreeHead(0, roots.get(0)));
        for (Hash leaf : MerkleVectors.smallLeaves()) {
            range.append(leaf);
            assertThat(range.head()).isEqualTo(new TreeHead(range.size(), roots.get((int) range.size())));
        }
    }

    @Test
    void proofsOfTheSmallTreeAreThePublishedOnes() {
        StoredTree tree = tree(MerkleVectors.smallLeaves());
        List<Hash> roots = MerkleVectors.hashes(MerkleVectors.ALL.path("roots_by_size"));
        for (JsonNode c : MerkleVectors.ALL.path("inclusion")) {
            int size = c.path("size").asInt();
            int leaf = c.path("index").asInt();
            List<Hash> proof = MerkleVectors.hashes(c.path("proof"));
            assertThat(tree.inclusion(leaf, size)).isEqualTo(proof);
            assertThat(new InclusionProof(leaf, size, proof).verifies(tree.leaves.get(leaf), roots.get(size)))
                    .isTrue();
        }
        for (JsonNode c : MerkleVectors.ALL.path("consistency")) {
            int from = c.path("first").asInt();
            int to = c.path("second").asInt();
            List<Hash> proof = MerkleVectors.hashes(c.path("proof"));
            assertThat(tree.consistency(from, to)).isEqualTo(proof);
            assertThat(new ConsistencyProof(from, to, proof).verifies(roots.get(from), roots.get(to)))
                    .isTrue();
        }
    }

    @Test
    void rootsAroundTheTileEdgeArePublished() {
        StoredTree tree = new StoredTree();
        int seen = 0;
        for (Hash leaf : MerkleVectors.countedLeaves(1000)) {
            tree.append(leaf);
            JsonNode root = own.path("roots").path(Long.toString(tree.frontier.size()));
            if (!root.isMissingNode()) {
                assertThat(tree.frontier.head().root().hex()).isEqualTo(root.asText());
                seen++;
            }
        }
        assertThat(seen).isEqualTo(own.path("roots").size());
    }

    @Test
    void proofsAroundTheTileEdgeArePublished() {
        StoredTree tree = tree(MerkleVectors.countedLeaves(1000));
        for (JsonNode c : own.path("inclusion")) {
            assertThat(tree.inclusion(c.path("index").asLong(), c.path("size").asLong()))
                    .isEqualTo(MerkleVectors.hashes(c.path("proof")));
        }
        for (JsonNode c : own.path("consistency")) {
            assertThat(tree.consistency(
                            c.path("first").asLong(), c.path("second").asLong()))
                    .isEqualTo(MerkleVectors.hashes(c.path("proof")));
        }
    }

    private static StoredTree tree(List<Hash> leaves) {
        StoredTree tree = new StoredTree();
        leaves.forEach(tree::append);
        return tree;
    }
}
