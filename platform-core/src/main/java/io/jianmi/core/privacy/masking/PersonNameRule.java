package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A Han name keeps its surname, any other name the first letter of at most four words. */
final class PersonNameRule implements PartialMask.Rule {

    private static final int MAX_STARS = 8;
    private static final int MAX_WORDS = 4;
    private static final Set<String> COMPOUND_SURNAMES = Set.of(("欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 "
                    + "赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 "
                    + "壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 南荣 东里 即墨 达奚")
            .split(" "));

    @Override
    public Optional<String> shown(String text) {
        int[] units = TypedText.units(text);
        if (units.length == 0) {
            return Optional.empty();
        }
        return Optional.of(TypedText.han(units[0]) ? han(units) : words(units));
    }

    private static String han(int[] units) {
        int[] name = Arrays.stream(units).filter(c -> !TypedText.whiteSpace(c)).toArray();
        if (name.length == 1) {
            return "*";
        }
        boolean compound = name.length >= 3 && COMPOUND_SURNAMES.contains(new String(name, 0, 2));
        int kept = compound ? 2 : 1;
        return new String(name, 0, kept) + "*".repeat(Math.min(name.length - kept, MAX_STARS));
    }

    private static String words(int[] units) {
        String spaced = TypedText.collapsed(new String(units, 0, units.length));
        return Arrays.stream(spaced.split(" "))
                .limit(MAX_WORDS)
                .map(PersonNameRule::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        return word.codePointCount(0, word.length()) <= 1 ? "*" : Character.toString(word.codePointAt(0)) + "***";
    }
}
