using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests;
using CustomLabels.Annotations.Manifests.Datasets;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>However large a manifest is and however much is wrong with it, what is held is bounded.</summary>
// Alone: what other tests hold meanwhile would be counted.
[Collection(OneAtATime.Name)]
public sealed class FindingListTests
{
    [Fact]
    public void Of_each_rule_and_manifest_twenty_findings_are_kept_and_all_are_counted()
    {
        var findings = new FindingList();
        for (var line = 1; line <= 1000; line++)
        {
            findings.Add("a", line, ManifestRule.LineBlank, "x");
            findings.Add("b", line, ManifestRule.LineBlank, "x");
        }

        findings.Add("a", line: null, ManifestRule.TooManyInvalidLines, "x");
        Assert.Equal(Enumerable.Range(0, 21).Concat(Enumerable.Range(1, 20)), findings.Findings.Select(finding => finding.Line ?? 0));
        Assert.Equal([new(ManifestRule.TooManyInvalidLines, "ERROR_TOO_MANY_INVALID_ROWS_IN_MANIFEST", ManifestSeverity.Terminal, 1, 1), new(ManifestRule.LineBlank, Code: null, ManifestSeverity.Error, 2000, 40)], findings.Counts);
    }

    [Theory]
    [InlineData("{\n")]
    [InlineData("{\"source-ref\":\"s3://b/a.jpg\",\"q\":1,\"q-metadata\":{\"confidence\":1,\"class-name\":\"x\",\"type\":\"groundtruth/image-classification\"}}\n")]
    [InlineData("{\"source-ref\":\"s3://b/#.jpg\"}\n")]
    [InlineData("{\"source-ref\":\"s3://b/#.jpg\",\"q\":1,\"q-metadata\":{\"confidence\":1,\"class-name\":\"#\",\"type\":\"groundtruth/image-classification\",\"human-annotated\":\"yes\",\"creation-date\":\"2026-01-15T08:00:00\"}}\n")]
    public void What_is_held_does_not_grow_with_the_lines(string line)
    {
        const int Lines = 20_000;
        var content = new AnnotationContent("m.manifest", () => new RepeatedLine(line, Lines));
        ManifestTester.Test(new AnnotationContent("m.manifest", () => new RepeatedLine(line, 10)), testing: null, imageRoot: null, CancellationToken.None);
#if NET
        var before = GC.GetTotalMemory(forceFullCollection: true);
#endif
        var result = ManifestTester.Test(content, testing: null, imageRoot: null, CancellationToken.None);
#if NET
        // Mono looks for references in the stack too, and finds some in what is gone.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 3_500_000);
#endif
        Assert.Equal(Lines, result.Training!.LineCount);
        Assert.InRange(result.Findings.Count, 0, 10 * FindingList.ShownPerRule);
        Assert.InRange(result.Labels.Count, 0, 10_000);
        GC.KeepAlive(result);
    }

    [Fact]
    public void A_line_without_an_end_is_not_held()
    {
        var content = new AnnotationContent("m.manifest", () => new RepeatedLine(new string('x', 100_000), 1000));
#if NET
        var before = GC.GetAllocatedBytesForCurrentThread();
#endif
        var result = ManifestTester.Test(content, testing: null, imageRoot: null, CancellationToken.None);
#if NET
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
#endif
        Assert.Equal("LineTooLong", ManifestScene.Rules(result, 1));
    }

    /// <summary>A line again and again, with its number where it has a #.</summary>
    private sealed class RepeatedLine(string line, int count) : Stream
    {
        private byte[] _text = [];
        private int _at;
        private int _number;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => (long)line.Length * count;

        public override long Position
        {
            get => 0;
            set
            {
                _text = [];
                _at = (int)value;
                _number = 0;
            }
        }

        public override int Read(byte[] buffer, int offset, int count1)
        {
            if (_at == _text.Length)
            {
                if (_number == count) return 0;
                _number++;
                _at = 0;
                if (_number == 1 || line.Contains('#')) _text = Encoding.UTF8.GetBytes(line.Replace("#", FormattableString.Invariant($"{_number}")));
            }

            var length = Math.Min(count1, _text.Length - _at);
            Buffer.BlockCopy(_text, _at, buffer, offset, length);
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count1) => throw new NotSupportedException();
    }
}
