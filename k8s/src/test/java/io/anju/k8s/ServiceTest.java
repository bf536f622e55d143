package io.anju.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service is whole, in every overlay. */
class ServiceTest {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String GATEWAY = "gateway";

    private static Stream<Arguments> services() {
        return Overlay.all()
                .flatMap(overlay -> Overlay.SERVICES.stream().map(service -> Arguments.of(overlay, service)));
    }

    private static Stream<Arguments> servicesWithDatabase() {
        return services().filter(arguments -> !GATEWAY.equals(arguments.get()[1]));
    }

    private static Container container(Overlay overlay, String service) {
        return overlay.get(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("services")
    void hasAllItsParts(Overlay overlay, String service) {
        overlay.get(ServiceAccount.class, service);
        overlay.get(ConfigMap.class, service);
        overlay.get(NetworkPolicy.class, service);
        assertEquals(
                service,
                overlay.get(HorizontalPodAutoscaler.class, service)
                        .getSpec()
                        .getScaleTargetRef()
                        .getName());
        assertEquals(
                Map.of(NAME, service),
                overlay.get(PodDisruptionBudget.class, service)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
    }

    @ParameterizedTest
    @MethodSource("services")
    void answersUnderItsNameAndOnlyWithItsReplicas(Overlay overlay, String service) {
        Map<String, String> selector =
                overlay.get(Service.class, service).getSpec().getSelector();
        Deployment deployment = overlay.get(Deployment.class, service);
        assertEquals(Map.of(NAME, service), selector);
        assertEquals(selector, deployment.getSpec().getSelector().getMatchLabels());
        assertEquals(
                service,
                deployment.getSpec().getTemplate().getMetadata().getLabels().get(NAME));
        for (Job job : overlay.all(Job.class)) {
            assertTrue(!service.equals(
                    job.getSpec().getTemplate().getMetadata().getLabels().get(NAME)));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void isProbedWhereQuarkusAnswers(Overlay overlay, String service) {
        Container container = container(overlay, service);
        assertEquals(
                "/q/health/started", container.getStartupProbe().getHttpGet().getPath());
        assertEquals("/q/health/live", container.getLivenessProbe().getHttpGet().getPath());
        assertEquals(
                "/q/health/ready", container.getReadinessProbe().getHttpGet().getPath());
        assertEquals("8080", overlay.get(ConfigMap.class, service).getData().get("QUARKUS_HTTP_PORT"));
        assertEquals(8080, container.getPorts().getFirst().getContainerPort());
        assertEquals("http", container.getPorts().getFirst().getName());
    }

    /** The gateway's defaults let a whole test run in from one address; see its ProductionLimitsTest for the figures. */
    @Test
    void inProductionTheGatewayHasLimitsOfItsOwn() {
        Map<String, String> settings =
                Overlay.named("production").get(ConfigMap.class, GATEWAY).getData();
        for (String limited : List.of("CLASSES_USUAL", "CLASSES_SIGN_IN", "CLASSES_OPEN", "ADDRESS")) {
            for (String limit : List.of("PER_MINUTE", "BURST")) {
                String name = "ANJU_GATEWAY_" + limited + "_" + limit;
                assertTrue(settings.containsKey(name), name);
            }
        }
    }

    /** Its Service, and with it every Ingress, leads to requests alone. */
    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void theGatewayShowsItsMetricsAtAPortThatNoServiceLeadsTo(Overlay overlay) {
        Map<String, String> settings = overlay.get(ConfigMap.class, GATEWAY).getData();
        assertEquals(
                Map.of(
                        "http",
                        settings.get("QUARKUS_HTTP_PORT"),
                        "management",
                        settings.get("QUARKUS_MANAGEMENT_PORT")),
                container(overlay, GATEWAY).getPorts().stream()
                        .collect(Collectors.toMap(
                                ContainerPort::getName,
                                port -> port.getContainerPort().toString())));
        assertEquals("0.0.0.0", settings.get("QUARKUS_MANAGEMENT_HOST"));
        assertEquals(
                List.of("http"),
                overlay.get(Service.class, GATEWAY).getSpec().getPorts().stream()
                        .map(port -> port.getTargetPort().getStrVal())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void readsConfigMapsThatThereAre(Overlay overlay, String service) {
        List<String> read = container(overlay, service).getEnvFrom().stream()
                .map(source -> source.getConfigMapRef().getName())
                .toList();
        List<String> there = overlay.all(ConfigMap.class).stream()
                .map(map -> map.getMetadata().getName())
                .toList();
        assertTrue(there.containsAll(read), read + " in " + there);
    }

    /** The base names no address; an overlay that forgets one would send requests to nowhere. */
    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void everyAddressIsGiven(Overlay overlay) {
        List<String> missing = overlay.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().entrySet().stream())
                .filter(setting -> setting.getValue().contains(".invalid"))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), missing);
    }

    /** A service in production refuses to start without them. */
    @Test
    void productionNamesItsLogAndItsBranches() {
        Overlay production = Overlay.named("production");
        String origin =
                production.get(ConfigMap.class, "contract-service").getData().get("ANJU_LOG_ORIGIN");
        assertEquals("home.example.com/api/v1/log", origin);
        String file = production.get(ConfigMap.class, "care-service").getData().get("ANJU_CARE_BRANCHES_FILE");
        String folder = container(production, "care-service").getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals("branches"))
                .findFirst()
                .orElseThrow()
                .getMountPath();
        var volume =
                production.get(Deployment.class, "care-service").getSpec().getTemplate().getSpec().getVolumes().stream()
                        .filter(one -> one.getName().equals("branches"))
                        .findFirst()
                        .orElseThrow();
        String map = volume.getConfigMap().getName();
        assertTrue(production.all(ConfigMap.class).stream()
                .filter(one -> one.getMetadata().getName().equals(map))
                .anyMatch(one -> one.getData().keySet().stream().anyMatch(key -> file.equals(folder + "/" + key))));
    }

    @ParameterizedTest
    @MethodSource("servicesWithDatabase")
    void migratesByAJobAndNotByItsReplicas(Overlay overlay, String service) {
        String database = service.substring(0, service.indexOf('-'));
        PodSpec job = overlay.get(Job.class, database + "-migration")
                .getSpec()
                .getTemplate()
                .getSpec();
        Map<String, String> ofJob = plain(job.getContainers().getFirst());
        assertEquals("true", ofJob.get("QUARKUS_FLYWAY_MIGRATE_AT_START"));
        assertEquals("true", ofJob.get("QUARKUS_INIT_AND_EXIT"));
        assertEquals("false", plain(container(overlay, service)).get("QUARKUS_FLYWAY_MIGRATE_AT_START"));
        assertEquals(
                container(overlay, service).getImage(),
                job.getContainers().getFirst().getImage());
        Map<String, String> settings = overlay.get(ConfigMap.class, service).getData();
        assertEquals(
                "jdbc:postgresql://" + database + "-db-rw:5432/" + database,
                settings.get("QUARKUS_DATASOURCE_JDBC_URL"));
    }

    /** The running service must not know the password of the role that could switch off the rules of its tables. */
    @ParameterizedTest
    @MethodSource("servicesWithDatabase")
    void onlyTheMigrationOwnsTheTables(Overlay overlay, String service) {
        String database = service.substring(0, service.indexOf('-'));
        PodSpec job = overlay.get(Job.class, database + "-migration")
                .getSpec()
                .getTemplate()
                .getSpec();
        assertEquals(database + "_owner", plain(job.getContainers().getFirst()).get("QUARKUS_FLYWAY_USERNAME"));
        assertEquals(
                database + "-migration", secrets(job.getContainers().getFirst()).get("QUARKUS_FLYWAY_PASSWORD"));
        assertEquals(database, overlay.get(ConfigMap.class, service).getData().get("QUARKUS_DATASOURCE_USERNAME"));
        assertTrue(!secrets(container(overlay, service)).containsValue(database + "-migration"));
    }

    private static Map<String, String> secrets(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .collect(Collectors.toMap(
                        EnvVar::getName,
                        variable -> variable.getValueFrom().getSecretKeyRef().getName()));
    }

    private static Map<String, String> plain(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    /** README.md tells an operator every key of every Secret; a key that is read and not told would be found at the apply. */
    @ParameterizedTest
    @MethodSource("servicesWithDatabase")
    void readsSecretsThatTheReadmeNames(Overlay overlay, String service) throws IOException {
        String row = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + service + "` |"))
                .findFirst()
                .orElseThrow();
        Pattern file = Pattern.compile("/etc/anju/secrets/(\\S+)");
        Stream<String> files = overlay.get(ConfigMap.class, service).getData().values().stream()
                .map(file::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1));
        Stream<String> variables = container(overlay, service).getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getKey());
        Stream.of(files, variables)
                .flatMap(Function.identity())
                .forEach(key -> assertTrue(row.contains("`" + key + "`"), key + " in " + row));
    }

    /** Who shares a secret with us can sign for everybody who shares the same. */
    @ParameterizedTest
    @MethodSource("servicesWithDatabase")
    void noTwoInstitutionsSignTheirCallbacksWithTheSameSecret(Overlay overlay, String service) {
        List<String> files = overlay.get(ConfigMap.class, service).getData().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith("_CALLBACK_SECRET_FILE"))
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(files.stream().distinct().toList(), files);
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsAVersionThatIsNamed(Overlay overlay, String service) {
        String image = container(overlay, service).getImage();
        assertTrue(image.matches(".+:.+") && !image.endsWith(":latest"), image);
    }
}
