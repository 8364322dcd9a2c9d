"""Random values of the model's shapes, for requests and answers, and the JSON of an answer: botocore writes none."""

import base64
import datetime
import json
import math
import random
import struct
import sys
import unicodedata

import api_rules

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
PIECES = [
    *"aZé ~!@#$%^&*()_+-=[]{}|;:'\",.<>/?\\`0159", " ", "  ", "傷", "あり", "𠮷野", "𝐚", "😀", "👩\u200d🔬", "\0", "\a", "\x1b", "\x7f", "\x80", "\x85", "\xa0", "\xad", "ÿ", "Ā", "\u0301", "\u0661", "\u200b",
    "\u202e", "\u2028", "\u2029", "\u3000", "Ⅻ", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ue000", "\n", "\r\n", "\t", "\x0b", "\f", "aws:", "null", "NaN", "\\u0041", "{}",
]
NUMBERS = [0.0, 1.0, 50.0, 98.0, 100.0, 0.1 + 0.2, 77.7729721069336, 5e-324, 2.0 ** -25, 1e-07, 1e16, 1e22, 2.0 ** 53 + 2, sys.float_info.max]
BEYOND = [math.nan, math.inf, math.nextafter(100, 101), 100.1]


class Values:
    """Values by a seed. Each is one that botocore's validator takes; a strict one keeps all of the model's constraints."""

    def __init__(self, seed, *, milliseconds=1):
        # The parts that times have: botocore reads thousandths of a second, and sends whole ones.
        self._milliseconds = milliseconds
        self.random = random.Random(seed)

    def structure(self, shape, *, share, is_strict):
        """A structure with its required members and a share of the others, in any order."""
        names = self.random.sample(list(shape.members), len(shape.members))
        return {
            name: self.value(shape.members[name], share=share, is_strict=is_strict)
            for name in names if name in shape.required_members or self.random.random() < share}

    def value(self, shape, *, share, is_strict):
        if shape.type_name == "structure":
            return self.structure(shape, share=share, is_strict=is_strict)
        if shape.type_name == "list":
            return [self.value(shape.member, share=share, is_strict=is_strict) for _ in range(self._size(shape, share, is_strict))]
        if shape.type_name == "map":
            return {self.text(shape.key, is_strict): self.text(shape.value, is_strict) for _ in range(self._size(shape, share, is_strict))}
        if shape.type_name == "string":
            return self.text(shape, is_strict)
        if shape.type_name in ("float", "double"):
            return self.number(shape, is_strict)
        if shape.type_name in ("integer", "long"):
            return self.whole(shape, is_strict)
        return {
            "boolean": lambda: self.random.random() < 0.5,
            "timestamp": lambda: EPOCH + datetime.timedelta(milliseconds=self.random.choice([0, 1, 1590238598423, self.random.randrange(-10 ** 12, 5 * 10 ** 12)]) // self._milliseconds * self._milliseconds),
            "blob": lambda: self.random.randbytes(self.random.choice([1, 2, 3, 4, 200] if is_strict else [0, 1, 100])),
        }[shape.type_name]()

    def _size(self, shape, share, is_strict):
        # All of a structure is something of each list, too.
        least = max(shape.metadata.get("min", 0), share == 1)
        most = shape.metadata.get("max", 5)
        return self.random.randint(least, max(least, min(most + (0 if is_strict else 1), least + 5)))

    def text(self, shape, is_strict):
        asked, r = shape.metadata, self.random
        if "enum" in asked and (is_strict or r.random() < 0.8):
            return r.choice(asked["enum"])
        least, most = asked.get("min", 0), asked.get("max", 60)
        if is_strict and "pattern" in asked:
            fitting = [text for text in api_rules.form_of(shape)[1] if least <= len(text) <= most]
            return r.choice([*fitting, api_rules.text_of(shape, r.randint(max(least, 80), 300) if most > 300 else r.randint(max(least, 1), most))])
        if is_strict or "pattern" not in asked or r.random() < 0.4:
            text = self.odd_text()[:most]
        else:
            # A good one with a change: what a pattern's translation gets wrong is at its edges.
            good = r.choice([*api_rules.form_of(shape)[1], api_rules.text_of(shape, 90)])
            at = r.randrange(len(good) + 1)
            text = good[:at] + r.choice(["", self.odd_character(), r.choice(PIECES)]) + good[at + r.randrange(2):]
        return text + "x" * (least - len(text))

    def odd_text(self):
        length = self.random.choice([0, 1, 2, 3, 5, 10, 40])
        return "".join(self.random.choice(PIECES) if self.random.random() < 0.9 else self.odd_character() for _ in range(length))

    def odd_character(self):
        while True:
            char = chr(self.random.randrange(0x3000 if self.random.random() < 0.5 else 0x110000))
            # What is no character yet may be one in .NET's version of Unicode; half a pair is none in JSON.
            if unicodedata.category(char) not in ("Cn", "Cs"):
                return char

    def number(self, shape, is_strict):
        r = self.random
        least, most = shape.metadata.get("min", -math.inf), shape.metadata.get("max", math.inf)
        any_bits = struct.unpack("<d", r.randbytes(8))[0]
        number = r.choice([*NUMBERS, r.uniform(0, 100), r.uniform(0, 100), struct.unpack("<f", struct.pack("<f", r.uniform(0, 100)))[0], any_bits, -r.random(), -0.0, r.randrange(100), *BEYOND])
        is_kept = number >= least and number <= most if is_strict else not number < least
        return number if is_kept and (math.isfinite(number) or not is_strict) else r.choice([0, 0.0, 50, 99.9])

    def whole(self, shape, is_strict):
        largest = 2 ** (63 if shape.type_name == "long" else 31) - 1
        least, most = shape.metadata.get("min", -largest - 1), shape.metadata.get("max", largest)
        edges = [least, most, min(least + 1, most), self.random.randint(least, most)]
        return self.random.choice(edges if is_strict else [*edges, min(most + 1, largest), largest])


class AnswerText:
    """The JSON of an answer, as a service may write it: numbers in any form, letters escaped or not, and null for what is absent."""

    def __init__(self, values, *, is_noisy, has_null_items):
        self._random = values.random
        self._values = values
        self._is_noisy = is_noisy
        self._has_null_items = has_null_items

    def of(self, shape, value):
        if shape.type_name == "structure":
            parts = {name: self.of(shape.members[name], member) for name, member in value.items()}
            if self._is_noisy:
                parts.update({name: "null" for name in shape.members.keys() - value.keys() if self._random.random() < 0.3})
                parts["AddedLater"] = self._random.choice(["null", "[{}]", '{"Name":[1,null,"}"]}', "1e5"])
            return self._joined("{}", [f"{self._text(name)}{self._space()}:{part}" for name, part in self._random.sample(list(parts.items()), len(parts))])
        if shape.type_name == "list":
            return self._joined("[]", [self._null_or(lambda item=item: self.of(shape.member, item)) for item in value])
        if shape.type_name == "map":
            return self._joined("{}", [f"{self._text(key)}:{self._null_or(lambda item=item: self.of(shape.value, item))}" for key, item in value.items()])
        return getattr(self, f"_{shape.type_name}")(value)

    def _joined(self, brackets, parts):
        return brackets[0] + self._space() + f"{self._space()},".join(parts) + brackets[1]

    def _space(self):
        return self._random.choice(["", " ", "\t"]) if self._is_noisy else ""

    def _null_or(self, write):
        return "null" if self._is_noisy and self._has_null_items and self._random.random() < 0.1 else write()

    def _text(self, value):
        return json.dumps(value, ensure_ascii=self._random.random() < 0.5)

    def _string(self, value):
        return self._text(value)

    def _boolean(self, value):
        return json.dumps(value)

    def _blob(self, value):
        return self._text(base64.b64encode(value).decode())

    def _long(self, value):
        return self._integer(value)

    def _integer(self, value):
        return self._random.choice([str(value), f"{value}.0", f"{value}e0"] if self._is_noisy and abs(value) < 2 ** 53 else [str(value)])

    def _float(self, value):
        if not math.isfinite(value):
            return {"nan": '"NaN"', "inf": '"Infinity"', "-inf": '"-Infinity"'}[repr(float(value))]
        # Python takes -0 for an integer, which has no sign.
        return repr(value) if value == 0 else self._random.choice([repr(value), f"{value:.17g}", f"{value:.16E}"])

    def _double(self, value):
        return self._float(value)

    def _timestamp(self, value):
        milliseconds = (value - EPOCH) // datetime.timedelta(milliseconds=1)
        sign, (seconds, rest) = "-" if milliseconds < 0 else "", divmod(abs(milliseconds), 1000)
        forms = [f"{sign}{seconds}.{rest:03}", f"{milliseconds}E-3", f"{milliseconds / 1000:.12E}"]
        return self._random.choice([*forms, f"{sign}{seconds}"] if not rest else forms)
