package dev.whistle.report;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.report.Paper.Heading;
import dev.whistle.report.Paper.Paragraph;
import dev.whistle.report.Paper.Table;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.docx4j.XmlUtils;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.FontTablePart;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.wml.Body;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTTblPrBase;
import org.docx4j.wml.Document;
import org.docx4j.wml.Fonts;
import org.docx4j.wml.FooterReference;
import org.docx4j.wml.Ftr;
import org.docx4j.wml.HdrFtrRef;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.R;
import org.docx4j.wml.RPr;
import org.docx4j.wml.SectPr;
import org.docx4j.wml.Styles;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.TblGridCol;
import org.docx4j.wml.TblPr;
import org.docx4j.wml.TblWidth;
import org.docx4j.wml.Tc;
import org.docx4j.wml.TcPr;
import org.docx4j.wml.Text;
import org.docx4j.wml.Tr;
import org.docx4j.wml.TrPr;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a Word file, set as official papers are (GB/T 9704). Fonts that a machine lacks are replaced by those that
 * the file names beside them.
 */
final class WordPaper {

    /** Twentieths of a point between the margins of a page. */
    private static final int WIDTH = 8844;

    private static final String NOTHING = "—";

    private final ObjectFactory make = Context.getWmlObjectFactory();
    private final Body body = make.createBody();

    private WordPaper() {}

    static byte[] of(Paper paper) {
        try {
            return new WordPaper().write(paper);
        } catch (Docx4JException | JAXBException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] write(Paper paper) throws Docx4JException, JAXBException {
        WordprocessingMLPackage word = new WordprocessingMLPackage();
        MainDocumentPart main = new MainDocumentPart();
        word.addTargetPart(main);
        StyleDefinitionsPart styles = new StyleDefinitionsPart();
        styles.setContents((Styles) xml("styles.xml"));
        main.addTargetPart(styles);
        FontTablePart fonts = new FontTablePart();
        fonts.setContents((Fonts) xml("fonts.xml"));
        main.addTargetPart(fonts);
        FooterPart footer = new FooterPart();
        footer.setContents((Ftr) xml("footer.xml"));
        String footerId = main.addTargetPart(footer).getId();

        put(paper);
        SectPr page = (SectPr) xml("page.xml");
        FooterReference reference = make.createFooterReference();
        reference.setId(footerId);
        reference.setType(HdrFtrRef.DEFAULT);
        page.getEGHdrFtrReferences().add(reference);
        body.setSectPr(page);
        Document document = make.createDocument();
        document.setBody(body);
        main.setContents(document);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        word.save(bytes);
        return bytes.toByteArray();
    }

    private void put(Paper paper) {
        add("ReportOffice", "", paper.office());
        if (!paper.number().isEmpty()) {
            add("ReportNumber", "", paper.number());
        }
        P title = paragraph("ReportTitle", "", "");
        for (String line : paper.titleLines()) {
            R run = run(line);
            if (!title.getContent().isEmpty()) {
                run.getContent().add(0, make.createBr());
            }
            title.getContent().add(run);
        }
        body.getContent().add(title);
        if (!paper.addressees().isEmpty()) {
            add("ReportAddressees", "", paper.addressees() + "：");
        }
        int tables = 0;
        for (Paper.Part part : paper.parts()) {
            if (part instanceof Heading heading) {
                add("ReportHeading" + heading.level(), "", heading.text());
            } else if (part instanceof Paragraph paragraph) {
                add("ReportBody", paragraph.lead(), paragraph.text());
            } else if (part instanceof Table table && table.worthPrinting()) {
                tables++;
                add("ReportCaption", "", "表" + tables + "  " + table.grid().title());
                body.getContent().add(table(table));
                int left = table.grid().rows().size() - table.printed();
                add("ReportNote", "", left > 0 ? "其余" + left + "行见电子表格。" : "");
            }
        }
        add("ReportBody", "", "");
        add("ReportSigner", "", paper.office());
        add("ReportSigner", "", ChineseTime.of(paper.day()));
    }

    private void add(String style, String lead, String text) {
        body.getContent().add(paragraph(style, lead, text));
    }

    private P paragraph(String style, String lead, String text) {
        P paragraph = make.createP();
        PPr properties = make.createPPr();
        PPrBase.PStyle named = make.createPPrBasePStyle();
        named.setVal(style);
        properties.setPStyle(named);
        paragraph.setPPr(properties);
        if (!lead.isEmpty()) {
            R run = run(lead);
            RPr bold = make.createRPr();
            bold.setB(new BooleanDefaultTrue());
            run.setRPr(bold);
            paragraph.getContent().add(run);
        }
        if (!text.isEmpty()) {
            paragraph.getContent().add(run(text));
        }
        return paragraph;
    }

    private R run(String said) {
        R run = make.createR();
        Text text = make.createText();
        text.setValue(said);
        text.setSpace("preserve");
        run.getContent().add(make.createRT(text));
        return run;
    }

    /** Its headings stand on each page that it goes on to. The first column is as wide as two others. */
    private Tbl table(Table table) {
        List<String> columns = table.grid().columns();
        int unit = WIDTH / (columns.size() + 1);
        Tbl made = make.createTbl();
        TblPr properties = make.createTblPr();
        CTTblPrBase.TblStyle style = make.createCTTblPrBaseTblStyle();
        style.setVal("ReportTable");
        properties.setTblStyle(style);
        properties.setTblW(width(unit * (columns.size() + 1)));
        made.setTblPr(properties);
        made.setTblGrid(make.createTblGrid());
        for (int column = 0; column < columns.size(); column++) {
            TblGridCol wide = make.createTblGridCol();
            wide.setW(BigInteger.valueOf(column == 0 ? 2L * unit : unit));
            made.getTblGrid().getGridCol().add(wide);
        }
        Tr headings = line(columns, "ReportCellHead", unit);
        TrPr onEachPage = make.createTrPr();
        onEachPage.getCnfStyleOrDivIdOrGridBefore().add(make.createCTTrPrBaseTblHeader(new BooleanDefaultTrue()));
        headings.setTrPr(onEachPage);
        made.getContent().add(headings);
        table.grid().rows().stream()
                .limit(table.printed())
                .forEach(row -> made.getContent().add(line(row, "ReportCell", unit)));
        return made;
    }

    private Tr line(List<? extends @Nullable Object> cells, String style, int unit) {
        Tr line = make.createTr();
        for (int column = 0; column < cells.size(); column++) {
            Tc cell = make.createTc();
            TcPr properties = make.createTcPr();
            properties.setTcW(width(column == 0 ? 2 * unit : unit));
            cell.setTcPr(properties);
            Object value = cells.get(column);
            cell.getContent().add(paragraph(style, "", value == null ? NOTHING : value.toString()));
            line.getContent().add(cell);
        }
        return line;
    }

    private TblWidth width(int twentieths) {
        TblWidth width = make.createTblWidth();
        width.setW(BigInteger.valueOf(twentieths));
        width.setType(TblWidth.TYPE_DXA);
        return width;
    }

    private static Object xml(String name) throws JAXBException {
        try (InputStream in = Objects.requireNonNull(WordPaper.class.getResourceAsStream("/report/" + name))) {
            return XmlUtils.unwrap(XmlUtils.unmarshalString(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
