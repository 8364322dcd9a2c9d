using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomLabels.Reports.Page;
using Xunit;

namespace CustomLabels.Core.Tests.Reports.Page;

public sealed class PageFrameTests
{
    private static readonly string[] Scripts = [.. typeof(PageFrame).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal))];

    [Fact]
    public void The_policy_allows_the_script_and_the_style_that_are_there_and_nothing_else()
    {
        var page = Written(new PageFrame(["detections.css"], ["detections-rows.js"]));

        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["policy"].Value.Replace("&#39;", "'");
        var script = Between(page, "<script>", "</script>");
        var style = Between(page, "<style>", "</style>");
        Assert.Equal($"default-src 'none'; img-src 'self' data:; style-src {PageResource.Source(style)}; script-src {PageResource.Source(script)}; base-uri 'none'; form-action 'none'", policy);
    }

    [Fact]
    public void The_hash_is_what_browsers_make_of_the_text() =>
        Assert.Equal("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", PageResource.Source(""));

    [Fact]
    public void A_title_from_outside_is_text()
    {
        var page = Written(new PageFrame([], []), "</title><script>alert(1)</script>\u202E");

        Assert.Contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u202E</title>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("\u2028\u2029'\"&\\")]
    [InlineData("é 漢 😀")]
    public void Data_come_back_as_they_were_and_cannot_end_their_element(string text)
    {
        var json = PageJson.Of(writer => writer.WriteStringValue(text));

        Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
        Assert.DoesNotContain(json, c => c is '<' or '>' or '&' or '\u2028' or '\u2029' or '\n');
    }

    [Fact]
    public void No_script_makes_markup_or_code_of_a_text()
    {
        Assert.NotEmpty(Scripts);
        foreach (var name in Scripts)
        {
            var text = PageResource.Text(name);
            Assert.DoesNotMatch(new Regex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\('(on|style)|<!--|</script|https?://(?!www\.w3\.org/2000/svg)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), text);
        }
    }

    [Fact]
    public void A_template_has_every_place_filled_in()
    {
        using var output = new StringWriter();

        new PageTemplate("<p><!--one--></p><!--two-->").Write(output, new System.Collections.Generic.Dictionary<string, Action<TextWriter>>(StringComparer.Ordinal) { ["one"] = part => part.Write("1"), ["two"] = part => part.Write("2") });

        Assert.Equal("<p>1</p>2", output.ToString());
    }

    private static string Written(PageFrame frame, string title = "a")
    {
        using var output = new StringWriter();
        frame.Begin(output, title);
        frame.Script(output);
        PageFrame.End(output);
        return output.ToString();
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text.Substring(from, text.IndexOf(end, from, StringComparison.Ordinal) - from);
    }
}
