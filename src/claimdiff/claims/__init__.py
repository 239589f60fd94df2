"""From readings to claims: topic, roles, time, attribution, stance."""
