"""Finding a material by what people call it: name, INCI, trade or common or Chinese name, CAS number, function, element; misspelt names when nothing fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formulator.core.material import Material

_FUNCTIONS = 4  # from this field on a text is a property, not a name: it is no cure for a misspelt name
_PARTS = 3  # the substances of a material: what stands there, and behind it, is not its own name
_ALIKE = 0.5  # Dice coefficient of the letter pairs of two words that are taken for one
_CHINESE = "chinese name"
# one word in two scripts: traditional characters and the simplified ones written for them, those of the names of chemicals, plants and fats
_TRADITIONAL = (
    "並亞來個倉偽傘側優兒兩內凍則劑動勁勻華單嗎園圓團國圍塊塗壞壓壟夾奪婦學對專尋層嶺島廣彈後從復應懸戰戶擬擴攪數斷於時曬會東條業楊榮樣樹檸櫚欄權"
    "歐歸殺殼氣氫決沒況測湯準溫漢潤潔澀澤濃濕濟濾滅澱瀝灣為無煙熱燈燭爾牆獨獸環產異當療發皺盤監碼確礎礦礬礫禮種積穀穩穌節範築簡籠粵糧純紅級細終組"
    "結絕絡給統絲經綠維綿緊緩線編練縮總績織纖罷羥聖聯聲職肅脅脫膚膠膽臘臺與舊艷芻莖莢菸萊萬葉蒼蓋蓮蔥蔔蕩薑薈薔藍藥蘆蘇蘋蘚蘭蘿號蟲蠟衛補製複規親"
    "覺觀觸計訂試認語說課調談請論證識護讓豐貝負貢責貯費資質賴軟軸較輔輕輸轉農適還邊鄰醫醬醯釋鈉鈍鈣鈦鈮鈰鈷鉀鉅鉍鉑鉛鉬鉻銀銅銨銫銳銷鋁鋅鋇鋯鋰錄"
    "錫錳鍋鍍鍛鍺鎂鎘鎢鎳鏈鏡鐵鑭長門開間閉關陰陽階隨際難電靈靜韌順頂須預頭顆題顏類顯風飲飼養餘馬驗體髮魚鮮鯊鯨鱷鱘鳥鴨鵝鹵鹼鹽麗麥黃點齊龍龜欖棗"
    "麵蠶蠔檳賽銹蕓"
)
_SIMPLIFIED = (
    "并亚来个仓伪伞侧优儿两内冻则剂动劲匀华单吗园圆团国围块涂坏压垄夹夺妇学对专寻层岭岛广弹后从复应悬战户拟扩搅数断于时晒会东条业杨荣样树柠榈栏权"
    "欧归杀壳气氢决没况测汤准温汉润洁涩泽浓湿济滤灭淀沥湾为无烟热灯烛尔墙独兽环产异当疗发皱盘监码确础矿矾砾礼种积谷稳稣节范筑简笼粤粮纯红级细终组"
    "结绝络给统丝经绿维绵紧缓线编练缩总绩织纤罢羟圣联声职肃胁脱肤胶胆腊台与旧艳刍茎荚烟莱万叶苍盖莲葱卜荡姜荟蔷蓝药芦苏苹藓兰萝号虫蜡卫补制复规亲"
    "觉观触计订试认语说课调谈请论证识护让丰贝负贡责贮费资质赖软轴较辅轻输转农适还边邻医酱酰释钠钝钙钛铌铈钴钾钜铋铂铅钼铬银铜铵铯锐销铝锌钡锆锂录"
    "锡锰锅镀锻锗镁镉钨镍链镜铁镧长门开间闭关阴阳阶随际难电灵静韧顺顶须预头颗题颜类显风饮饲养余马验体发鱼鲜鲨鲸鳄鲟鸟鸭鹅卤碱盐丽麦黄点齐龙龟榄枣"
    "面蚕蚝槟赛锈芸"
)
_SCRIPT = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
# what people call an element by, besides its symbol: English, German, Chinese
_ELEMENTS = {
    "Ag": ("silver", "silber", "银"),
    "Al": ("aluminium", "aluminum", "铝"),
    "As": ("arsenic", "arsen", "砷"),
    "Au": ("gold", "金"),
    "B": ("boron", "bor", "硼"),
    "Ba": ("barium", "钡"),
    "Bi": ("bismuth", "wismut", "铋"),
    "Br": ("bromine", "brom", "溴"),
    "Ca": ("calcium", "kalzium", "钙"),
    "Cl": ("chlorine", "chlor", "氯"),
    "Co": ("cobalt", "kobalt", "钴"),
    "Cr": ("chromium", "chrom", "铬"),
    "Cu": ("copper", "kupfer", "铜"),
    "F": ("fluorine", "fluor", "氟"),
    "Fe": ("iron", "eisen", "铁"),
    "Hg": ("mercury", "quecksilber", "汞"),
    "I": ("iodine", "iod", "jod", "碘"),
    "K": ("potassium", "kalium", "钾"),
    "Li": ("lithium", "锂"),
    "Mg": ("magnesium", "镁"),
    "Mn": ("manganese", "mangan", "锰"),
    "Mo": ("molybdenum", "molybdän", "钼"),
    "Na": ("sodium", "natrium", "钠"),
    "Ni": ("nickel", "镍"),
    "P": ("phosphorus", "phosphor", "磷"),
    "Pb": ("lead", "blei", "铅"),
    "S": ("sulfur", "sulphur", "schwefel", "硫"),
    "Se": ("selenium", "selen", "硒"),
    "Si": ("silicon", "silicium", "silizium", "硅", "矽"),
    "Sn": ("tin", "zinn", "锡"),
    "Sr": ("strontium", "锶"),
    "Ti": ("titanium", "titan", "钛"),
    "Zn": ("zinc", "zink", "锌"),
}


def search(materials: Iterable[Material], typed: str) -> list[Material]:
    """The materials in which every typed word stands somewhere, best first; see `Index`."""
    return Index(materials).find(typed)


@dataclass(frozen=True, slots=True)
class _Row:
    """A material with everything it can be found by: (field, text), all of it in one for a quick no, and the words of its names."""

    material: Material
    texts: tuple[tuple[int, str], ...]
    whole: str
    names: frozenset[str]


class Index:
    """Materials made ready for searching; built once for the library, which takes longer than a search does."""

    def __init__(self, materials: Iterable[Material]) -> None:
        self._rows = [_row(material) for material in materials]
        self._pairs: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, int] = {}
        for row in self._rows:
            for word in row.names:
                self._learn(word)

    def find(self, typed: str) -> list[Material]:
        """Those in which every typed word stands: the name counts most, then INCI, trade names, numbers, functions; a whole name before its start,
        that before a word, that before a part. If there are none, those whose names are spelt alike. All, by name, when nothing is typed."""
        return self.exact(typed) or self.alike(typed)

    def exact(self, typed: str) -> list[Material]:
        """Those in which every word stands as it is typed."""
        wanted = folded(typed).split()
        whole = " ".join(wanted)
        scored: list[tuple[float, str, Material]] = []
        for row in self._rows:
            if all(word in row.whole for word in wanted):
                score = _score(row.texts, wanted)
                if len(wanted) > 1:
                    score = min(score, _score(row.texts, [whole]) - 1)
                scored.append((score, row.material.name.casefold(), row.material))
        return [material for *_, material in sorted(scored, key=lambda found: found[:2])]

    def alike(self, typed: str) -> list[Material]:
        """Those that hold, for each word, a known word that is spelt like it; those spelt most alike first."""
        if any(character.isdigit() for character in typed):
            return []  # another number is another substance
        meant = [self._like(word) for word in folded(typed).split()]
        found: list[tuple[float, float, str, Material]] = []
        for row in self._rows:
            chosen = [max(((alike, word) for word, alike in words.items() if word in row.names), default=None) for words in meant]
            taken = [pair for pair in chosen if pair is not None]
            if taken and len(taken) == len(meant):
                spelt = _score(row.texts, [word for _, word in taken])
                found.append((-sum(alike for alike, _ in taken), spelt, row.material.name.casefold(), row.material))
        return [material for *_, material in sorted(found, key=lambda row: row[:3])]

    def _learn(self, word: str) -> None:
        if len(word) > 2 and word not in self._known:
            pairs = _pairs(word)
            self._known[word] = len(pairs)
            for pair in pairs:
                self._pairs[pair].add(word)

    def _like(self, word: str) -> dict[str, float]:
        """Known words that are spelt like one, and how much."""
        pairs = _pairs(word)
        shared = Counter(other for pair in pairs for other in self._pairs.get(pair, ()))
        alike = {other: 2 * n / (len(pairs) + self._known[other]) for other, n in shared.items()}
        return {other: share for other, share in alike.items() if share >= _ALIKE}


def folded(text: str) -> str:
    """A text as it is compared: capitals and the two scripts of Chinese make no difference."""
    return text.casefold().translate(_SCRIPT)


def _row(material: Material) -> _Row:
    texts = tuple(dict.fromkeys(_texts(material)))
    names = frozenset(word.strip(",;()") for field, text in texts if field < _FUNCTIONS for word in text.split())
    return _Row(material, texts, "\n".join(text for _, text in texts), names)


def _score(texts: Sequence[tuple[int, str]], wanted: Sequence[str]) -> float:
    """Lower is better; endless when a word stands nowhere."""
    total = 0.0
    for word in wanted:
        total += min((_rank(field, text, word) for field, text in texts if word in text), default=float("inf"))
    return total


def _rank(field: int, text: str, word: str) -> int:
    if text == word:
        # a whole name of any kind goes before the start of another's; but a part of a blend is not the blend
        return 5 * field - 1 if field >= _PARTS else field - 5
    at = text.find(word)
    if at == 0:
        return 5 * field
    return 5 * field + (1 if not text[at - 1].isalnum() else 3)


def _pairs(word: str) -> set[str]:
    """Every two letters in a row, with the ends marked: two letters exchanged leave most of them as they were."""
    padded = f"^{word}$"
    return {padded[k : k + 2] for k in range(len(padded) - 1)}


def _texts(material: Material) -> list[tuple[int, str]]:
    """(field, text) of everything a material can be found by; the fields in order of what they count."""
    substances = [text for s in material.substances for text in (s.inci, *s.names, *s.cas)]
    formulas = [s.formula for s in material.substances if s.formula]
    symbols = [x for f in formulas for x in (*f.elements, f.text)]
    names = [*material.names, *(fact.says for fact in material.facts if fact.what == _CHINESE)]
    called = [name for x in dict.fromkeys(x for f in formulas for x in f.elements) for name in _ELEMENTS.get(x, ())]
    fields = ([material.name], [material.inci, material.id], [*names, *material.cas], substances, [*material.functions, *symbols, *called])
    found = [(n, folded(text)) for n, texts in enumerate(fields) for text in texts if text]
    plain = [(n, text.replace("-", " ")) for n, text in found if "-" in text and not text[:1].isdigit()]
    joined = [(n, text.replace(" ", "").replace("-", "")) for n, text in found if (" " in text or "-" in text) and len(text.split()) == 2]
    return [*found, *plain, *joined]  # tween80; longer names run together meet words nobody wrote
