package io.jianmi.form.print;

import com.openhtmltopdf.extend.FSUriResolver;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * A document to a PDF. The only class that touches the renderer: it is loaded when something is printed for the first time. For worker
 * threads.
 */
final class PdfRenderer {

    /** The family that the style sheet names. */
    private static final String FAMILY = "Paper";

    /** Nothing outside the document is looked at, wherever it is. */
    private static final FSUriResolver NOWHERE = (base, uri) -> null;

    static {
        // What it would say of texts that it cannot draw are the texts.
        XRLog.setLoggingEnabled(false);
        // Else it would look through all fonts of the machine for two that no page of ours uses.
        FontMappers.set(new NoFonts());
    }

    private PdfRenderer() {}

    /**
     * @param document XHTML; what it refers to is left out
     * @return the PDF, tagged for readers that read aloud (PDF/UA)
     */
    static byte[] pdf(String document, PaperFont font) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(font.file().toFile(), FAMILY);
        builder.useUriResolver(NOWHERE);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, when);
        }
        builder.withProducer("Jianmi");
        builder.withHtmlContent(document, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
