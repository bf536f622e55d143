package io.anju.kit.crypto;

import com.google.crypto.tink.proto.AesGcmKey;
import com.google.crypto.tink.proto.AesGcmKeyFormat;
import com.google.crypto.tink.proto.EncryptedKeyset;
import com.google.crypto.tink.proto.HmacPrfKey;
import com.google.crypto.tink.proto.HmacPrfKeyFormat;
import com.google.crypto.tink.proto.HmacPrfParams;
import com.google.crypto.tink.proto.KeyData;
import com.google.crypto.tink.proto.KeyTemplate;
import com.google.crypto.tink.proto.Keyset;
import com.google.crypto.tink.proto.KeysetInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tink's messages find their fields by name; a native image must be told to keep the names. */
@RegisterForReflection(
        targets = {
            AesGcmKey.class,
            AesGcmKeyFormat.class,
            EncryptedKeyset.class,
            HmacPrfKey.class,
            HmacPrfKeyFormat.class,
            HmacPrfParams.class,
            KeyData.class,
            KeyTemplate.class,
            Keyset.class,
            Keyset.Key.class,
            KeysetInfo.class,
            KeysetInfo.KeyInfo.class
        })
final class TinkInNativeImage {

    private TinkInNativeImage() {}
}
