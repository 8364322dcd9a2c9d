using System;
using System.Linq;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Limiting;

/// <summary>Throttles that are not, or not only, this client's doing.</summary>
public sealed class CompetitionTests
{
    private static readonly int[] Seeds = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData(2, 25)]
    [InlineData(2, 100)]
    [InlineData(3, 100)]
    public void Clients_of_one_model_share_it_and_waste_nothing(int clients, double rate)
    {
        foreach (var seed in Seeds)
        {
            var run = new Simulation(new SimulatedService(seed) { Schedule = [(0, rate)] }, seed + 100, clients).Run(360);
            Assert.True(run.Clients.Sum(client => client.Successes(30, 360)) >= 0.95 * 330 * rate);

            // Jain's index of fairness: 1 is equal, 1 / clients is one that has all.
            var shares = run.Clients.Select(client => (double)client.Successes(120, 360)).ToArray();
            Assert.InRange(shares.Sum() * shares.Sum() / (clients * shares.Sum(share => share * share)), clients == 2 && rate < 100 ? 0.7 : 0.8, 1);
        }
    }

    [Theory]
    [InlineData(0.05, 0.8)]
    [InlineData(0.2, 0.6)]
    public void Throttles_that_do_not_depend_on_the_rate_do_not_grind_it_down(double throttleShare, double kept)
    {
        // The mean of many runs: it is chance that is tested.
        var with = Enumerable.Range(1, 20).Average(seed => new Simulation(new SimulatedService(seed) { ThrottleShare = throttleShare }, seed + 100).Run(150).Clients[0].Successes(30, 150));
        var without = new Simulation(new SimulatedService(1), 101).Run(150).Clients[0].Successes(30, 150);
        Assert.True(with >= kept * without, $"{with} answers, {without} without throttles.");
    }

    [Fact]
    public void Faults_and_stalls_say_nothing_about_room()
    {
        foreach (var seed in Seeds)
        {
            var service = new SimulatedService(seed) { Schedule = [(0, 25)], ErrorShare = 0.05, StallShare = 0.02 };
            var client = new Simulation(service, seed + 100).Run(230).Clients[0];
            // Every request takes of the model's room, answered with a result or not.
            Assert.True(client.Successes(30, 230) >= 0.97 * 0.93 * 25 * 200, $"{client.Successes(30, 230)} answers.");
        }
    }
}
