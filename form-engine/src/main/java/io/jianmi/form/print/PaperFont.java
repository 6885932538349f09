package io.jianmi.form.print;

import io.jianmi.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * A font on this machine that draws Chinese: TrueType outlines, alone or in a collection (those of Noto Sans CJK are PostScript, and are
 * passed over).
 *
 * @param glyphs code points that it has
 */
record PaperFont(Path file, BitSet glyphs) {

    /** Where distributions put theirs, the most complete first. */
    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc",
            "/usr/share/fonts/wenquanyi/wqy-zenhei/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/droid/DroidSansFallback.ttf",
            "/usr/share/fonts/truetype/arphic/uming.ttc",
            "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
            "/Library/Fonts/Arial Unicode.ttf",
            "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
            "C:/Windows/Fonts/simhei.ttf",
            "C:/Windows/Fonts/msyh.ttc");

    /** Last code point of the planes in which Chinese is written. */
    private static final int LAST = 0x2ffff;

    /** What a font must have at least: characters that stand on every Chinese form. */
    private static final String LEAST = "的姓名电话地址金额";

    /**
     * The font that the setting names, else the first known one that there is.
     *
     * @throws ProblemException {@link PrintProblem#FONT_MISSING} when there is none, also when the one named is of no use
     */
    static PaperFont find(Optional<String> setting) {
        return setting.map(List::of).orElse(KNOWN).stream()
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(file -> read(file).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.of(PrintProblem.FONT_MISSING));
    }

    /** Empty when the file is no TrueType font, or draws no Chinese. */
    static Optional<PaperFont> read(Path file) {
        try (RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(file.toFile())) {
            BitSet glyphs = new BitSet();
            if (file.toString().endsWith(".ttc")) {
                try (TrueTypeCollection collection = new TrueTypeCollection(file.toFile())) {
                    collection.processAllFonts(font -> {
                        if (glyphs.isEmpty()) {
                            glyphs.or(glyphs(font));
                        }
                    });
                }
            } else {
                try (TrueTypeFont font = new TTFParser().parse(in)) {
                    glyphs.or(glyphs(font));
                }
            }
            return LEAST.codePoints().allMatch(glyphs::get)
                    ? Optional.of(new PaperFont(file, glyphs))
                    : Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /** Outlines other than TrueType's cannot be embedded. */
    private static BitSet glyphs(TrueTypeFont font) throws IOException {
        BitSet glyphs = new BitSet();
        if (font.getTableMap().containsKey("glyf")) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            for (int point = ' '; point <= LAST; point++) {
                if (characters.getGlyphId(point) > 0) {
                    glyphs.set(point);
                }
            }
        }
        return glyphs;
    }

    IntPredicate drawable() {
        return glyphs::get;
    }
}
