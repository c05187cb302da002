package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Kind;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private final Endpoints endpoints = Endpoints.load();

    @ParameterizedTest
    @CsvSource({
        "image-log, cn-north-4, hss.cn-north-4.myhuaweicloud.com",
        "cluster-event, cn-north-4, hss.cn-north-4.myhuaweicloud.com",
        "cluster-event, ru-moscow-1, hss.ru-moscow-1.myhuaweicloud.com",
        "image-log, eu-west-101, hss.eu-west-101.myhuaweicloud.eu",
        "registry-audit, cn-north-4, swr-api.cn-north-4.myhuaweicloud.com",
        "registry-audit, sa-peru-1, swr-api.sa-peru-1.myhuaweicloud.com",
        "registry-audit, eu-west-0, swr-api.eu-west-0.myhuaweicloud.com",
        "registry-audit, eu-west-101, swr-api.eu-west-101.myhuaweicloud.eu",
        "database-audit, cn-north-4, gaussdb.cn-north-4.myhuaweicloud.com",
        "database-audit, ru-northwest-2, gaussdb.ru-northwest-2.myhuaweicloud.com",
        "database-audit, ap-southeast-1, gaussdbformysql.ap-southeast-1.myhuaweicloud.com",
        "database-audit, tr-west-1, gaussdbformysql.tr-west-1.myhuaweicloud.com",
        "database-audit, af-south-1, gaussdb-mysql.af-south-1.myhuaweicloud.com",
        "database-audit, la-north-2, gaussdb-mysql.la-north-2.myhuaweicloud.com"
    })
    void aServiceHasItsHostInARegion(String kind, String region, String host) {
        assertThat(endpoints.of(Kind.of(kind).orElseThrow(), region)).contains(URI.create("https://" + host));
    }

    @ParameterizedTest
    @CsvSource({
        "image-log, sa-peru-1",
        "image-log, eu-west-0",
        "database-audit, eu-west-101",
        "database-audit, cn-north-1"
    })
    void someServicesAreNotEverywhere(String kind, String region) {
        assertThat(endpoints.of(Kind.of(kind).orElseThrow(), region)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownRegionHasNone(Kind kind) {
        for (String region : new String[] {"xx-nowhere-1", "*", ""}) {
            assertThat(endpoints.of(kind, region)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void iamHasItsHostInARegion() {
        assertThat(endpoints.iam("cn-north-4")).isEqualTo(URI.create("https://iam.cn-north-4.myhuaweicloud.com"));
        assertThat(endpoints.iam("eu-west-101")).isEqualTo(URI.create("https://iam.eu-west-101.myhuaweicloud.eu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn-north-11", "cn-south-4", "ap-southeast-5", "sa-peru-1", "xx-nowhere-1"})
    void aRegionWithoutItsOwnIamUsesTheGlobalOne(String region) {
        assertThat(endpoints.iam(region)).isEqualTo(URI.create("https://iam.myhuaweicloud.com"));
    }
}
