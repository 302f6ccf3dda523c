package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a complaint is about, as far as it decides who handles it (P01, Classify). */
public enum MatterKind implements Labelled {
    @JsonProperty("fire-lane")
    FIRE_LANE("占用消防通道、损坏消防设施"),
    @JsonProperty("illegal-construction")
    ILLEGAL_CONSTRUCTION("违法建设"),
    @JsonProperty("shared-parts")
    SHARED_PARTS("侵占、损坏共用部位"),
    @JsonProperty("load-bearing")
    LOAD_BEARING("拆改承重结构"),
    @JsonProperty("environment")
    ENVIRONMENT("污染、噪声、油烟"),
    @JsonProperty("lifts-prices")
    LIFTS_PRICES("电梯安全、价格违法、无照经营"),
    @JsonProperty("public-order")
    PUBLIC_ORDER("治安、烟花爆竹、群租"),
    @JsonProperty("fees")
    FEES("物业收费争议"),
    @JsonProperty("neighbours")
    NEIGHBOURS("邻里纠纷"),
    @JsonProperty("committee")
    COMMITTEE("业主委员会选举与履职"),
    @JsonProperty("decoration")
    DECORATION("装修纠纷"),
    @JsonProperty("maintenance-fund")
    MAINTENANCE_FUND("维修资金"),
    @JsonProperty("quality")
    QUALITY("房屋质量"),
    @JsonProperty("cleaning")
    CLEANING("保洁、垃圾清运"),
    @JsonProperty("security")
    SECURITY("秩序维护、门禁监控"),
    @JsonProperty("greening")
    GREENING("绿化养护"),
    @JsonProperty("repair")
    REPAIR("报修维修不及时"),
    @JsonProperty("parking")
    PARKING("停车管理"),
    @JsonProperty("disclosure")
    DISCLOSURE("收费与收支不公示"),
    @JsonProperty("attitude")
    ATTITUDE("服务态度"),
    @JsonProperty("utilities")
    UTILITIES("水电气暖通信"),
    @JsonProperty("other")
    OTHER("其他");

    private final String label;

    MatterKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
