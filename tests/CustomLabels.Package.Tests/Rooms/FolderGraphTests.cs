using Xunit;

namespace CustomLabels.Package.Tests.Rooms;

public sealed class FolderGraphTests
{
    [Fact]
    public void Folders_that_need_each_other_one_way_are_no_circle() => Assert.Empty(Graph("A>B", "B>C", "A>C").Circles());

    [Fact]
    public void Each_circle_is_found_with_the_folders_in_it_and_no_others() =>
        Assert.Equal([["B", "C", "D"], ["X", "Y"]], Graph("A>B", "B>C", "C>D", "D>B", "D>E", "A>X", "X>Y", "Y>X").Circles());

    [Fact]
    public void A_circle_is_told_with_at_most_five_causes_of_each_need()
    {
        var graph = Graph("A>B", "B>A", "B>C");
        for (var i = 1; i <= 6; i++) graph.Add("A", "B", $"a{i} -> b");
        Assert.Equal(
            "A circle of 2 folders: A, B\n  A -> B (7): A>B, a1 -> b, a2 -> b, a3 -> b, a4 -> b\n  B -> A (1): B>A",
            graph.Describe(Assert.Single(graph.Circles())));
    }

    private static FolderGraph Graph(params string[] needs)
    {
        var graph = new FolderGraph();
        foreach (var need in needs) graph.Add(need[..1], need[2..], need);
        return graph;
    }
}
