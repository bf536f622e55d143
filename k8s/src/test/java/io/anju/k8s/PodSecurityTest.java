package io.anju.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The "restricted" pod security standard, and what the house asks for beyond it. */
class PodSecurityTest {

    private record Pod(String name, PodSpec spec) {}

    private static Stream<Pod> pods() {
        return Overlay.all()
                .flatMap(overlay -> Stream.of(
                                overlay.all(Deployment.class).stream()
                                        .map(it -> new Pod(
                                                it.getMetadata().getName(),
                                                it.getSpec().getTemplate().getSpec())),
                                overlay.all(StatefulSet.class).stream()
                                        .map(it -> new Pod(
                                                it.getMetadata().getName(),
                                                it.getSpec().getTemplate().getSpec())),
                                overlay.all(Job.class).stream()
                                        .map(it -> new Pod(
                                                it.getMetadata().getName(),
                                                it.getSpec().getTemplate().getSpec())))
                        .flatMap(stream -> stream)
                        .map(pod -> new Pod(overlay + ": " + pod.name(), pod.spec())));
    }

    @TestFactory
    Stream<DynamicTest> everyPodIsRestricted() {
        return pods().map(pod -> DynamicTest.dynamicTest(pod.name(), () -> restricted(pod.spec())));
    }

    private static void restricted(PodSpec pod) {
        PodSecurityContext security = pod.getSecurityContext();
        assertTrue(security.getRunAsNonRoot());
        assertTrue(security.getRunAsUser() > 0);
        assertEquals("RuntimeDefault", security.getSeccompProfile().getType());
        assertFalse(pod.getAutomountServiceAccountToken(), "no token of the cluster's API");
        assertFalse("default".equals(pod.getServiceAccountName()), "an account of its own");
        assertNull(pod.getHostNetwork());
        assertNull(pod.getHostPID());
        assertNull(pod.getHostIPC());
        for (Volume volume : pod.getVolumes()) {
            assertNull(volume.getHostPath(), volume.getName());
        }
        Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .forEach(PodSecurityTest::restricted);
    }

    private static void restricted(Container container) {
        SecurityContext security = container.getSecurityContext();
        assertFalse(security.getAllowPrivilegeEscalation());
        assertTrue(security.getReadOnlyRootFilesystem());
        assertEquals(List.of("ALL"), security.getCapabilities().getDrop());
        assertEquals(List.of(), security.getCapabilities().getAdd());
        assertNull(security.getPrivileged());
        assertNotNull(container.getResources().getRequests().get("cpu"));
        assertNotNull(container.getResources().getRequests().get("memory"));
        assertNotNull(container.getResources().getLimits().get("memory"));
        assertTrue(container.getPorts().stream().allMatch(port -> port.getHostPort() == null));
    }

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void theNamespaceEnforcesIt(Overlay overlay) {
        Namespace namespace = overlay.all(Namespace.class).getFirst();
        assertEquals("restricted", namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"));
    }

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void onlyDevelopmentMovesTheDateAndNoOverlayHasSecrets(Overlay overlay) {
        assertTrue(
                overlay.objects().stream().noneMatch(object -> object.getKind().equals("Secret")));
        var shared = overlay.get(ConfigMap.class, "anju").getData();
        boolean development = overlay.name().equals("dev");
        assertEquals(development ? "development" : "production", shared.get("ANJU_ENVIRONMENT"));
        assertEquals(development, shared.containsKey("ANJU_CLOCK_URL"), "a movable date");
    }
}
