package io.anju.contract.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.document.FontLibrary;
import io.anju.document.PdfRenderer;
import io.anju.document.model.Block;
import io.anju.document.model.Document;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfSealerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final PdfRenderer renderer = new PdfRenderer(new FontLibrary());

    private byte[] signedByCustomer() {
        return renderer.append(
                renderer.render(new Document(
                        "合同", "HT-1", NOW, List.of(new Block.Title("合同", "Contract"), Block.Paragraph.plain("正文")))),
                List.of(new Block.SealMark("安居银行股份有限公司", "合同专用章")),
                "HT-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void pdfsigCallsTheSealValidAndFindsOneChangedByte(String algorithm) throws Exception {
        byte[] pdf = signedByCustomer();

        byte[] sealed = new PdfSealer(TestSeal.fresh(algorithm)).seal(pdf, "安居银行", "合同签章", NOW);

        assertArrayEquals(pdf, Arrays.copyOf(sealed, pdf.length));
        String valid = PdfSig.says(sealed);
        assertTrue(valid.contains("Signature is Valid"), valid);
        assertTrue(valid.contains("ETSI.CAdES.detached"), valid);
        assertTrue(valid.contains("Total document signed"), valid);
        sealed[pdf.length / 2] ^= 1;
        String broken = PdfSig.says(sealed);
        assertFalse(broken.contains("Signature is Valid"), broken);
    }

    @Test
    void aSealedFileIsStillPdfA() throws Exception {
        byte[] sealed = new PdfSealer(TestSeal.fresh("EC")).seal(signedByCustomer(), "安居银行", "合同签章", NOW);

        assertEquals(List.of(), PdfA.faults(sealed));
    }

    @Test
    void theKeyIsReadFromPkcs12(@TempDir Path folder) throws Exception {
        SealKey seal = TestSeal.fresh("RSA");
        TestSeal.write(seal, folder);

        SealKey read = SealKeys.read(folder.resolve("seal.p12"), folder.resolve("seal.password"));

        assertEquals(seal.certificate(), read.certificate());
        assertEquals(seal.key(), read.key());
    }
}
