package io.anju.launcher.keys;

import io.anju.kit.crypto.Keysets;
import io.anju.kit.environment.DevelopmentMark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Every secret of a development stack by the file it lies in. {@link #create} makes what is missing and touches nothing
 * that is there. Each carries the {@link DevelopmentMark}, by which a service in production refuses it.
 */
public final class Secrets {

    /** The demo partner that asks for contact permits. */
    public static final String DEMO_AGENCY = "demo-agency";

    private final Path folder;

    /** The secrets in this folder. */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing for these services. */
    public void create(List<String> services, Instant now) {
        SecretFiles.folder(folder);
        SecretFiles.folder(clients());
        SecretFiles.onceText(databaseSuperuser(), SecretFiles::developmentText);
        SecretFiles.onceText(callbackSecret(), SecretFiles::developmentText);
        SecretFiles.onceText(walletCallbackSecret(), SecretFiles::developmentText);
        SecretFiles.onceText(registryCallbackSecret(), SecretFiles::developmentText);
        SecretFiles.onceText(identityMasterKey(), SecretFiles::developmentKey);
        services.forEach(this::createFor);
        SecretFiles.folder(folder.resolve(DEMO_AGENCY));
        ClientKeys.once(clientKey(DEMO_AGENCY), publicKey(DEMO_AGENCY));
        DemoStaff.once(demoStaffFile());
        SecretFiles.onceText(sealPassword(), SecretFiles::developmentText);
        BankSeal.once(sealKeyStore(), sealPassword(), developmentAuthority(), now);
    }

    private void createFor(String service) {
        SecretFiles.folder(folder.resolve(service));
        ClientKeys.once(clientKey(service), publicKey(service));
        SecretFiles.onceText(databasePassword(service), SecretFiles::developmentText);
        SecretFiles.onceText(databaseOwnerPassword(service), SecretFiles::developmentText);
        SecretFiles.onceText(keyset(service), () -> Keysets.generate(DevelopmentMark.TEXT + service));
    }

    /** The private key by which a client proves itself at the token endpoint: PEM, PKCS#8, EC P-256. */
    public Path clientKey(String client) {
        return folder.resolve(client).resolve("client.key.pem");
    }

    /** The folder of public client keys, which identity reads. */
    public Path clients() {
        return folder.resolve("clients");
    }

    /** The password of a service's database role. */
    public Path databasePassword(String service) {
        return folder.resolve(service).resolve("database.password");
    }

    /** The password of the role that owns a service's database and migrates it. */
    public Path databaseOwnerPassword(String service) {
        return folder.resolve(service).resolve("database-owner.password");
    }

    /** A service's field encryption and look-up keys. */
    public Path keyset(String service) {
        return folder.resolve(service).resolve("keyset.json");
    }

    /** The password of PostgreSQL's superuser. */
    public Path databaseSuperuser() {
        return folder.resolve("postgres.password");
    }

    /** Wraps identity's own signing keys: 32 bytes, base64. */
    public Path identityMasterKey() {
        return folder.resolve("identity.master-key");
    }

    /** Signs what the payment rail calls back with. */
    public Path callbackSecret() {
        return folder.resolve("callback.secret");
    }

    /** Signs what the wallet's institution tells us and what we tell it; with the rail's it could speak for the rail. */
    public Path walletCallbackSecret() {
        return folder.resolve("wallet-callback.secret");
    }

    /** Signs what the property registry calls back with. */
    public Path registryCallbackSecret() {
        return folder.resolve("registry-callback.secret");
    }

    /** The bank's seal: PKCS#12 with its chain. */
    public Path sealKeyStore() {
        return folder.resolve("seal.p12");
    }

    /** The password of the seal's key store. */
    public Path sealPassword() {
        return folder.resolve("seal.password");
    }

    /** The certificate of the authority that vouches for the seal: PEM. */
    public Path developmentAuthority() {
        return folder.resolve("development-ca.pem");
    }

    /** The demo staff as identity reads it. */
    public Path demoStaffFile() {
        return folder.resolve("demo-staff.json");
    }

    /** The demo staff. */
    public List<DemoPerson> demoStaff() {
        return DemoStaff.read(demoStaffFile());
    }

    private Path publicKey(String client) {
        return clients().resolve(client + ".pub.pem");
    }
}
