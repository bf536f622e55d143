package io.anju.care.permit.model;

/** Why somebody wants to reach a customer; each purpose has its own legal basis, hours and caps. */
public enum ContactPurpose {
    /** Offering something: opt-in only (消费者权益保护法 29, 广告法 43). */
    MARKETING,
    /** Asking for an overdue payment: rests on the contract, bound to hours and caps (GB/T 45251-2025). */
    COLLECTION,
    /** Serving the customer's own contract or request: rests on the contract (个人信息保护法 13). */
    SERVICE
}
