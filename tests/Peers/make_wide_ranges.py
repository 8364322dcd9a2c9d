"""Writes src/CustomLabels.Core/Cli/Output/WideRanges.cs: the characters that take two columns in the AWS CLI's tables.

python3 tests/Peers/make_wide_ranges.py

Run by the Python that runs the CLI of tests/Peers/make_cli_output.py: another one may have another version of Unicode.
"""

import itertools
import pathlib
import textwrap
import unicodedata

FILE = pathlib.Path(__file__).resolve().parents[2] / "src" / "CustomLabels.Core" / "Cli" / "Output" / "WideRanges.cs"

# As awscli.table.get_text_length has it.
wide = [code for code in range(0x110000) if unicodedata.east_asian_width(chr(code)) in "WFA"]
ranges = []
for _, run in itertools.groupby(enumerate(wide), lambda numbered: numbered[1] - numbered[0]):
    codes = [code for _, code in run]
    ranges.append(f"0x{codes[0]:X},\N{NO-BREAK SPACE}0x{codes[-1]:X},")
table = textwrap.fill(" ".join(ranges), 150, initial_indent=" " * 8, subsequent_indent=" " * 8, break_long_words=False, break_on_hyphens=False)

FILE.write_text(f"""namespace CustomLabels.Cli.Output;

/// <summary>The characters whose East Asian Width is wide, full-width or ambiguous in Unicode {unicodedata.unidata_version}; tests/Peers/make_wide_ranges.py writes it.</summary>
internal static class WideRanges
{{
    /// <summary>First and last character of each range, ascending.</summary>
    public static readonly int[] All =
    [
{table.replace(chr(0xA0), " ")}
    ];
}}
""", encoding="utf-8")
