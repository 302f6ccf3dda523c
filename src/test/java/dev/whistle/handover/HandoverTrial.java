package dev.whistle.handover;

import dev.whistle.casefile.FirstUnit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The model {@code handover-trial.bpmn}: a case with a handover list, the task to see to it, and the step that checks it. */
@Component
public class HandoverTrial {

    public static final String TASK = "userTask_handOver";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FirstUnit firstUnit;
    private final TransactionTemplate transaction;

    HandoverTrial(
            RepositoryService repository,
            RuntimeService runtime,
            FirstUnit firstUnit,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.runtime = runtime;
        this.firstUnit = firstUnit;
        this.transaction = transaction;
    }

    public Deployment deploy() {
        return repository
                .createDeployment()
                .addClasspathResource("dev/whistle/handover/handover-trial.bpmn")
                .addClasspathResource("dev/whistle/handover/handover-trial.form")
                .deploy();
    }

    public void undeploy(Deployment deployment) {
        repository.deleteDeployment(deployment.getId(), true);
    }

    /** A case of a compound, taken up by its street, whose officers have the task. */
    public String started(String compound, String street) {
        return Objects.requireNonNull(transaction.execute(status -> {
            firstUnit.is(street);
            String instance = runtime.startProcessInstanceByKey(
                            "handover-trial", Map.of("compound", compound, "street", street))
                    .getId();
            return runtime.createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getBusinessKey();
        }));
    }

    /** What follows the check is over: the case is closed. */
    public void closes(String caseNo) {
        runtime.signal(runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNo)
                .activityId("receiveTask_end")
                .singleResult()
                .getId());
    }

    /** A picture with a stroke on it, or with none. */
    public static String picture(boolean signed) {
        return picture(400, 130, signed);
    }

    public static String picture(int width, int height, boolean signed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        if (signed) {
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(4));
            pen.drawLine(20, 20, 180, 110);
        }
        pen.dispose();
        return Base64.getEncoder().encodeToString(bytes(image, "png"));
    }

    private static byte[] bytes(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
