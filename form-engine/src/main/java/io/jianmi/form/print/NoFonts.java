package io.jianmi.form.print;

import java.awt.geom.GeneralPath;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** In place of the machine's fonts: none, so that none is looked for. What a paper draws with is embedded in it. */
final class NoFonts implements FontMapper {

    @Override
    public @Nullable FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return null;
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(new Empty(name), true);
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
        return null;
    }

    /** A font without glyphs. */
    private record Empty(String name) implements FontBoxFont {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public BoundingBox getFontBBox() {
            return new BoundingBox(0, 0, 0, 0);
        }

        @Override
        public List<Number> getFontMatrix() {
            return List.of(0.001, 0, 0, 0.001, 0, 0);
        }

        @Override
        public GeneralPath getPath(String glyph) {
            return new GeneralPath();
        }

        @Override
        public float getWidth(String glyph) {
            return 0;
        }

        @Override
        public boolean hasGlyph(String glyph) {
            return false;
        }
    }
}
