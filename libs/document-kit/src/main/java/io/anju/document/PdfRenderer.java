package io.anju.document;

import io.anju.document.PageFlow.Ink;
import io.anju.document.model.Block;
import io.anju.document.model.Document;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Blocks → bytes. Costs tens of milliseconds of pure computation and waits for its turn: never call it on an event loop.
 *
 * <p>The same document gives the same bytes: the file's times come from {@link Document#createdAt()}, its identifier from its own title and reference, and a font subset's name from its glyphs.
 */
@Singleton
public class PdfRenderer {
    private static final Rgb FOOT = Rgb.of(0x77, 0x77, 0x77);

    private final FontLibrary library;
    private final ReentrantLock turn = new ReentrantLock();

    @Inject
    public PdfRenderer(FontLibrary library) {
        this.library = library;
    }

    /** A new file. */
    public byte[] render(Document document) {
        turn.lock();
        try (PDDocument pdf = new PDDocument()) {
            pdf.setVersion(1.7f);
            pdf.setDocumentId(identifier(document));
            Conformance.state(pdf, document);
            draw(pdf, document.blocks(), document.reference());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * {@code original} with pages added behind it as an incremental update (ISO 32000-1, 7.5.6): the result begins with the very bytes of the original, so a hash over the original stays provable.
     */
    public byte[] append(byte[] original, List<Block> blocks, String reference) {
        turn.lock();
        try (PDDocument pdf = Loader.loadPDF(original)) {
            pdf.setDocumentId(ByteBuffer.wrap(original, original.length - 40, 8).getLong());
            draw(pdf, blocks, reference);
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            pdf.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    private void draw(PDDocument pdf, List<Block> blocks, String reference) throws IOException {
        int before = pdf.getNumberOfPages();
        TagTree tags = new TagTree(pdf);
        DocumentFonts fonts = new DocumentFonts(pdf, library);
        try (PageFlow flow = new PageFlow(pdf, tags, fonts)) {
            flow.newPage();
            BlockPainter painter = new BlockPainter(flow, tags);
            for (Block block : blocks) {
                painter.paint(block);
            }
            flow.close();
            footers(pdf, flow.pages(), before, fonts, reference);
        }
    }

    private static void footers(PDDocument pdf, List<PDPage> pages, int before, DocumentFonts fonts, String reference)
            throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            String text = "%s    第 %d 页 / 共 %d 页".formatted(reference, before + i + 1, before + pages.size());
            float x = PageFlow.MARGIN + (float) (PageFlow.WIDTH - fonts.width(text, 8)) / 2;
            try (PDPageContentStream out =
                    new PDPageContentStream(pdf, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                out.beginMarkedContent(COSName.ARTIFACT);
                PageFlow.glyphs(out, fonts, text, x, 36, new Ink(8, false, FOOT));
                out.endMarkedContent();
            }
        }
    }

    private static long identifier(Document document) {
        long hash = 1125899906842597L;
        for (char character : (document.title() + document.reference() + document.createdAt()).toCharArray()) {
            hash = 31 * hash + character;
        }
        return hash;
    }
}
