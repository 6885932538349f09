package io.jianmi.form.field.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the items of a list. */
final class ListBuilder {

    private final List<BlockBuilder> items = new ArrayList<>();

    BlockBuilder next() {
        BlockBuilder item = new BlockBuilder();
        items.add(item);
        return item;
    }

    BlockBuilder current() {
        return items.isEmpty() ? next() : items.get(items.size() - 1);
    }

    /** Each with a line at least; empty when there is none. */
    Optional<List<Block>> items() {
        List<Block> groups = new ArrayList<>();
        for (BlockBuilder item : items) {
            List<Block> blocks = item.blocks();
            groups.add(new Block.Group("li", 1, blocks.isEmpty() ? List.of(new Block.Leaf("p", List.of())) : blocks));
        }
        return groups.isEmpty() ? Optional.empty() : Optional.of(groups);
    }
}
