#!/usr/bin/python3
"""order_icu.py REGIONS - 2,000 names with their places in ICU's orders of
Chinese: writes tests/cases/order.tsv (name, place by zh-u-co-pinyin, strokes of
each character by zh-u-co-stroke). Run by hand: needs python3-icu, which the
tests do not."""
import random
import sys

import icu

rng = random.Random(98)
places = [
    line.split("\t")[0]
    for line in open(sys.argv[1], encoding="utf-8")
    if not line.startswith("#") and "\t" in line
]
families = (
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜谢邹"
    "苏潘范彭鲁韦马方俞袁柳唐费薛雷贺倪汤罗毕郝安常傅卞齐伍余顾孟"
    "黄穆萧姚邵汪毛米贝戴宋庞熊纪舒屈项祝董梁杜蓝闵季贾江郭林钟徐"
    "邱骆高夏蔡田胡凌霍万柯卢莫房丁邓单洪包石崔龚程裴陆翁段侯宁仇"
    "祖武刘龙叶司黎薄白蒲从赖卓屠乔闻翟谭劳冉桑尚温庄晏瞿阎习艾容"
    "向古易廖耿欧沃蔚师聂晁敖冷辛简饶曾关查游权盖益覃缪解朴种"
)
given = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春红建文"
    "国庆志海山林峰宇晨阳雨欣怡思远子轩浩然博雅嘉诚若水清泉书墨"
)
people = set()
while len(people) < 1000:
    people.add(
        rng.choice(families)
        + "".join(rng.choice(given) for _ in range(rng.choice((1, 2))))
    )
names = sorted(set(rng.sample(places, 1000)) | people)
rng.shuffle(names)


def ranks(locale):
    collator = icu.Collator.createInstance(icu.Locale(locale))
    keys = sorted({collator.getSortKey(n) for n in names})
    place = {k: i for i, k in enumerate(keys)}
    return {n: place[collator.getSortKey(n)] for n in names}


by_reading = ranks("zh@collation=pinyin")
index = icu.AlphabeticIndex(icu.Locale("zh@collation=stroke"))


def strokes(name):
    """Its buckets are those of 1, 2, 3 ... strokes."""
    return ".".join(str(index.getBucketIndex(c)) for c in name)


print("# Names, their places in the order of ICU " + icu.ICU_VERSION)
print("# (zh-u-co-pinyin) and the strokes of their characters (zh-u-co-stroke);")
print("# made by tests/order_icu.py from data/regions.tsv and names put together")
print("# by chance.")
for n in names:
    print(n, by_reading[n], strokes(n), sep="\t")
