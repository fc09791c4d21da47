#include "text/title_word.h"

#include <stdbool.h>
#include <string.h>

#include "base/mem.h"

#define HAN ((size_t)3) /* bytes of a character of the table */

/*
 * Words with blanks between them, a compound's words parted by |. Words that
 * also arise across the border of two others (hua-gong in xinxihua gongzuo)
 * are not among them.
 */
/* clang-format off */
static const char *const words[] = {
    /* what is done */
    "关于 公布 公告 公示 通知 通报 意见 方案 办法 规定 决定 计划 规划 报告",
    "批复 请示 印发 转发 下达 开展 做好 加强 推进 推动 促进 实施 组织 建设",
    "管理 工作 培育 培训 培养 评审 评估 评价 评选 推荐 申报 认定 遴选 立项",
    "入选 确定 调整 修订 修改 废止 撤销 同意 设立 设置 备案 审批 核准 举办",
    "召开 参加 参与 提升 提高 完善 深化 落实 贯彻 学习 宣传 执行 支持 扩大",
    "改进 规范 制定 编制 发布 征求 征集 报送 填报 上报 选派 表彰 奖励 授予",
    "命名 聘任 任命 任免 招生 考试 录取 就业 创业 毕业 实习 实训 教学 教研",
    "科研 研究 调研 检查 督查 督导 验收 整改 整治 治理 监督 监管 监测 统计",
    "调查 保障 服务 合作 交流 融合 发展 改革 创新 开放 引导 指导 领导 防控",
    "防治 预防 处理 处置 使用 应用 利用 运行 运用 启动 颁布 施行 试行 试点",
    "聚焦 弘扬 践行 打造 构建 建立 健全 优化 强化 切实 全面 进一步",
    /* of what */
    "教育 职业 学校 学院 大学 高校 高等 中等 初等 基础 学前 特殊 继续 成人",
    "集团 联盟 示范 示范性 国家 国家级 省级 市级 全国 各级 各类 等级 等次",
    "单位 名单 项目 教师 学生 学员 团队 课程 专业 产业 企业 行业 人才 体系",
    "质量 行动 年度 有关 事项 活动 技术 技能 结果 基地 中心 委员会 会议 大会",
    "安全 问题 工程 首批 院校 水平 高水平 高质量 高职 中职 特色 中国 资源",
    "平台 机制 制度 标准 条例 章程 纲要 细则 措施 政策 目录 指南 要求 任务",
    "重点 重大 重要 若干 时代 新时代 社会 社会主义 经济 文化 科技 科学 信息",
    "信息化 数字 数字化 网络 智能 人工 实体 虚拟 仿真 实验 实验室 数据 资金",
    "经费 财政 预算 专项 补助 收费 价格 税收 农村 乡村 振兴 扶贫 脱贫 攻坚",
    "战略 区域 城市 地区 西部 东部 中部 民族 少数 卫生 健康 疾病 疫情 医疗",
    "体育 艺术 美术 工艺 思想 政治 思政 德育 劳动 劳模 精神 党建 党员 干部",
    "青年 少年 妇女 儿童 家庭 人民 政府 中央 地方 部门 部署 司局 机关 机构",
    "协会 学会 人力 保险 养老 环境 生态 保护 能源 交通 运输 水利 农业",
    "工业 商务 旅游 公安 司法 法律 法规 行政 执法 许可 审查 审计 责任 考核",
    "干事 人员 队伍 岗位 职称 资格 证书 学历 学位 学分 学籍 学业 学科 学术",
    "教材 教室 教改 优秀 先进 典型 案例 成果 奖项 竞赛 大赛 比赛 选拔",
    "班主任 辅导员 培训班 研修班 志愿者 办公 办公厅 办公室 第一 第二 第三",
    "第四 第五 第六 第七 第八 第九 第十 十四 十三 十五 五年 三年 时期 期间",
    "日常 常态 长效 现代 现代化 国际 国内 双高 双减 双师 双师型",
    /* bodies */
    "教育部 财政部 教育司 教育厅 教育局 国务院 科技部 保障部 信息化部 发改委",
    "人社部 人社厅 卫健委 体育局 工信部 教委 人大 政协 国资委 中共中央 省委",
    "市委 党委 党组 书记 省人民政府 市人民政府",
    /* places */
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西",
    "山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古",
    "广西 西藏 宁夏 新疆 香港 澳门 兵团 自治区 直辖市",
    /* compounds */
    "职业|教育 高等|教育 基础|教育 学前|教育 特殊|教育 继续|教育 成人|教育",
    "民族|教育 思政|教育 劳动|教育 职业|院校 职业|学校 职业|学院 职业|技能",
    "职业|技术 高等|职业 高等|学校 高等|院校 中等|职业 人工|智能 实体|经济",
    "人力|资源 社会|保障 中华|人民|共和国 人民|政府 提质|培优 产教|融合",
    "校企|合作 教师|队伍 师资|队伍 工艺|美术 立德|树人 思想|政治 少数|民族",
    "乡村|振兴 脱贫|攻坚 改革|开放 改革|发展 信息|技术 虚拟|仿真 医疗|卫生",
    "卫生|健康 生态|环境 交通|运输 农业|农村 文化|旅游 高校|毕业生 社会|主义",
    "创新|创业 工匠|精神 高水平|高职 教学|团队 科学|技术 行政|部门 集团|联盟",
};
/* clang-format on */

static bool is_end(char c)
{
    return c == ' ' || c == '\0';
}

/* Whether the word of the table at `word` stands at the start of `s`. */
static bool is_there(const char *word, const char *s, size_t len)
{
    for (size_t n = 0; !is_end(*word); word++) {
        if (*word == '|')
            continue;
        if (n >= len || s[n++] != *word)
            return false;
    }
    return true;
}

static void mark(const char *word, unsigned char *flags)
{
    size_t at = 0;

    flags[0] |= TITLE_WORD_BEGINS;
    for (; !is_end(*word); word += HAN, at += HAN) {
        bool is_joint = *word == '|';

        if (is_joint)
            word++;
        if (at > 0)
            flags[at] |= is_joint ? TITLE_WORD_COMPOUND : TITLE_WORD_INSIDE;
    }
    flags[at] |= TITLE_WORD_ENDS;
}

/* Mark the words of one line of the table that begin at `s`. */
static void mark_all(const char *line, const char *s, size_t len,
                     unsigned char *flags)
{
    for (const char *word = line; *word != '\0';) {
        if (is_there(word, s, len))
            mark(word, flags);
        word += strcspn(word, " ");
        word += *word == ' ';
    }
}

void title_word_find(const char *s, size_t len, unsigned char *flags)
{
    memset(flags, 0, len + 1);
    for (size_t at = 0; at < len; at++) {
        if ((s[at] & 0xC0) != 0xC0)
            continue; /* ASCII, or inside a character */
        for (size_t i = 0; i < ARRAY_LEN(words); i++)
            mark_all(words[i], s + at, len - at, flags + at);
    }
}
