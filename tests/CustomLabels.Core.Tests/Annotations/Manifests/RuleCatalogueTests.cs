using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CustomLabels.Annotations.Manifests;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>The rules, the page about them, and the tests know of each other.</summary>
public class RuleCatalogueTests
{
    private static readonly string Page = PathOf("docs/reference/manifest-rules.md");

    [Fact]
    public void Every_rule_is_described_in_the_order_of_the_enum() => Assert.Equal(typeof(ManifestRule).GetEnumNames(), RuleCatalogue.All.Select(rule => rule.Rule.ToString()));

    [Fact]
    public void Every_rule_is_broken_by_a_test()
    {
        var covered = new HashSet<string>(LineRuleTests.Covered.Concat(ManifestRuleTests.Covered).Concat(PictureRuleTests.Covered), StringComparer.Ordinal);
        Assert.Equal([], RuleCatalogue.All.Select(rule => rule.Rule.ToString()).Except(covered));
    }

    [Fact]
    public void The_page_has_every_rule_with_its_code_and_its_severity()
    {
        var rows = File.ReadAllLines(Page).Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).Where(cells => cells.Length == 8 && cells[1] is not ("Rule" or "---")).ToArray();
        Assert.Equal(RuleCatalogue.All.Select(rule => $"{rule.Rule} {rule.Code} {rule.Severity}"), rows.Select(cells => $"{cells[1]} {cells[2].Trim('`')} {cells[3]}"));
        Assert.All(rows, cells => Assert.True(cells[4].Length > 5 && cells[5].Length > 3 && cells[6].Length > 3, string.Join(" | ", cells)));
    }

    [Fact]
    public void The_page_has_every_code_of_AWS_that_cant_be_checked_here()
    {
        var page = File.ReadAllText(Page);
        var listed = Regex.Matches(page, "(ERROR|WARNING)_[A-Z0-9_]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Cast<Match>().Select(match => match.Value).Distinct(StringComparer.Ordinal);
        Assert.Equal(
            ["ERROR_FAILED_IMAGES_S3_COPY", "ERROR_INSUFFICIENT_IMAGES_PER_LABEL_FOR_DISTRIBUTE", "ERROR_INVALID_IMAGES_S3_BUCKET_OWNER", "ERROR_INVALID_PERMISSIONS_IMAGES_S3_BUCKET", "ERROR_INVALID_PERMISSIONS_MANIFEST_S3_BUCKET", "ERROR_TOO_MANY_RECORDS_IN_ERROR"],
            listed.Except(RuleCatalogue.All.Select(rule => rule.Code)).OrderBy(code => code, StringComparer.Ordinal));
    }

    private static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CustomLabels.slnx"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, relative);
    }
}
