package io.anju.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * The logical structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what a screen reader reads, beside what a page shows. Each stretch of drawn content has a number on its page (MCID);
 * an element names its stretches, and the parent tree leads from page and number back to the element.
 *
 * <p>Works on a new document and on a finished one to which pages are added.
 */
final class TagTree {
    private final PDStructureTreeRoot root;
    private final PDStructureElement document;
    private final COSArray parentNumbers;
    private int nextPageKey;

    TagTree(PDDocument pdf) {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        PDStructureTreeRoot existing = catalog.getStructureTreeRoot();
        if (existing == null) {
            root = new PDStructureTreeRoot();
            catalog.setStructureTreeRoot(root);
            PDMarkInfo marked = new PDMarkInfo();
            marked.setMarked(true);
            catalog.setMarkInfo(marked);
            COSDictionary parentTree = new COSDictionary();
            parentNumbers = new COSArray();
            parentTree.setItem(COSName.NUMS, parentNumbers);
            root.getCOSObject().setItem(COSName.PARENT_TREE, parentTree);
        } else {
            root = existing;
            parentNumbers =
                    root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        }
        nextPageKey = Math.max(0, root.getParentTreeNextKey());
        document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        root.appendKid(document);
    }

    /** The element all others lie under. */
    PDStructureElement document() {
        return document;
    }

    /** A new element, last among its parent's. */
    PDStructureElement element(String type, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** A page's own part of the parent tree. */
    PageTags page(PDPage page) {
        COSArray elements = new COSArray();
        page.getCOSObject().setInt(COSName.STRUCT_PARENTS, nextPageKey);
        parentNumbers.add(COSInteger.get(nextPageKey));
        parentNumbers.add(elements);
        nextPageKey++;
        root.setParentTreeNextKey(nextPageKey);
        return new PageTags(page, elements, new ArrayList<>());
    }

    /** Numbers the stretches of one page. */
    record PageTags(PDPage page, COSArray elements, List<PDStructureElement> owners) {
        /** The number of a new stretch that belongs to {@code element}. */
        int claim(PDStructureElement element) {
            int number = owners.size();
            owners.add(element);
            elements.add(element.getCOSObject());
            PDMarkedContentReference reference = new PDMarkedContentReference();
            reference.setMCID(number);
            reference.setPage(page);
            element.appendKid(reference);
            return number;
        }
    }
}
