package io.jianmi.core.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Evidence that the tree of size {@code to} has the tree of size {@code from} as its beginning.
 *
 * @param hashes as RFC 9162 orders them; empty for equal sizes
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * The algorithm of RFC 9162, 2.1.4.2. A proof from the empty tree is refused: there is nothing to prove, whoever has
     * no earlier checkpoint stores the first one he sees.
     */
    public boolean verifies(Hash fromRoot, Hash toRoot) {
        if (from <= 0 || from > to) {
            return false;
        }
        if (from == to) {
            return hashes.isEmpty() && fromRoot.equals(toRoot);
        }
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(from) == 1) {
            path.add(0, fromRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long index = from - 1;
        long last = to - 1;
        while ((index & 1) == 1) {
            index >>= 1;
            last >>= 1;
        }
        Hash older = path.get(0);
        Hash newer = path.get(0);
        for (Hash step : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((index & 1) == 1 || index == last) {
                older = Hash.node(step, older);
                newer = Hash.node(step, newer);
                while ((index & 1) == 0 && index != 0) {
                    index >>= 1;
                    last >>= 1;
                }
            } else {
                newer = Hash.node(newer, step);
            }
            index >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(fromRoot) && newer.equals(toRoot);
    }
}
